/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/** The report as Markdown: each variant, and what became of its build. */
export function writeReport({ date, builder, results }) {
  const well = results.filter(
    ({ score, ran }) => score === 100 && ran === 'answers',
  );
  return `${[
    '# The template, built and run',
    '',
    '<!-- Written by bench/buildkit/templates.mjs; do not edit. -->',
    '',
    `On ${date}, with ${builder}: **${well.length} of ${results.length}** services made of the [Go service template](template.md) scan at 100, their image builds, and the service in it answers.`,
    '',
    "Backstage's own `fetch:template` makes the files, with each answer to the form.",
    'Each variant is built as it is made, and once more with modules in use: a public',
    'one, and where the form says so a private one as well, which a git host hands out',
    'against the credentials of the build. The builder starts empty for each image; what',
    'differs in the settings for updates alone is the same image. "Answers" means that `/healthz` says 204 and',
    '`/` the name, that the process is not root, and that it ends with 0 when it is',
    'stopped. Modules are real; base images, the module proxy and the git host are',
    'stand-ins, as [described](../bench/buildkit/README.md). To repeat it:',
    '`node bench/buildkit/templates.mjs`.',
    '',
    '| built on | private modules | updates | modules in use | score | image | service in it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(row),
  ].join('\n')}\n`;
}

function row({ answers, uses, score, built, ran }) {
  const { builder, goPrivate, updates } = answers;
  return `| ${[
    builder === 'warm' ? "runner of one's own" : 'runners of GitHub',
    goPrivate ? 'yes' : 'no',
    updates,
    uses.join(' and ') || 'none',
    score ?? '–',
    built,
    ran.replaceAll('\n', ' ').replaceAll('|', '\\|'),
  ].join(' | ')} |`;
}
