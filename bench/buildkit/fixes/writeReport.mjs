/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/** The report as Markdown: each fix, and what became of its build. */
export function writeReport({ date, builder, results }) {
  const after = results.flatMap(({ trials }) => trials.slice(1));
  const well = after.filter(
    ({ built, ran }) => built === 'builds' && ran === 'answers',
  );
  return `${[
    '# Fixes, built and run',
    '',
    '<!-- Written by bench/buildkit/fixes.mjs; do not edit. -->',
    '',
    `On ${date}, with ${builder}: after **${well.length} of ${after.length}** fixes of the examples the image builds, and the service in it answers.`,
    '',
    'Each service is built and run as it is, after each fix that is offered for',
    'it alone (taken from the diff with `git apply`), and after all of them.',
    'Modules are real; base images and the module proxy are stand-ins, as',
    '[described](../bench/buildkit/README.md). To repeat it:',
    '`node bench/buildkit/fixes.mjs`.',
    '',
    '| service | fix | safety | image | service in it |',
    '| --- | --- | --- | --- | --- |',
    ...results.flatMap(({ service, trials }) =>
      trials.map(
        ({ name, safety = '–', built, ran }) =>
          `| ${service} | ${name} | ${safety} | ${built} | ${cell(ran)} |`,
      ),
    ),
  ].join('\n')}\n`;
}

function cell(text) {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
