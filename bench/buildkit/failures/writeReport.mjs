/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The report as Markdown: each failure, and what the diagnosis says of it. */
export function writeReport({ date, builder, results }) {
  const readings = results.flatMap(({ expected, readings: all }) =>
    all.map(reading => ({ expected, ...reading })),
  );
  const right = readings.filter(isRight);
  const classes = new Set(results.map(({ expected }) => expected));
  return `${[
    '# The diagnosis beside failures that were made',
    '',
    '<!-- Written by bench/buildkit/failures.mjs; do not edit. -->',
    '',
    `On ${date}, with ${builder}: the diagnosis names the class of **${right.length} of ${readings.length}** failed builds, ${results.length} failures of ${classes.size} classes, each read from the plain and from the rawjson log.`,
    '',
    'Something is wrong with a small Go service, or with a host that its build',
    'asks: the module proxy refuses, a certificate is for another name, the disk',
    'is full. The builder and Go are real, and so are the failures; the hosts are',
    'stand-ins on the machine itself, as',
    '[described](../bench/buildkit/README.md). To repeat it:',
    '`node bench/buildkit/failures.mjs`.',
    '',
    '| what is wrong | class | diagnosis |',
    '| --- | --- | --- |',
    ...results.map(
      ({ name, expected, readings: all }) =>
        `| ${name} | \`${expected}\` | ${
          all.every(reading => isRight({ expected, ...reading }))
            ? cell(all[0].failure.message)
            : cell(
                all
                  .map(
                    ({ progress, outcome, failure }) =>
                      `**${progress}: ${failure?.class ?? outcome}**`,
                  )
                  .join(', '),
              )
        } |`,
    ),
  ].join('\n')}\n`;
}

/** Whether the build failed, as it was to, and the diagnosis says why. */
export function isRight({ expected, status, outcome, failure }) {
  return status !== 0 && outcome === 'failure' && failure?.class === expected;
}

function cell(text) {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
