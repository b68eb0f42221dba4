/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
const kinds = {
  feature: 'Features, one or two each',
  generated: 'Generated from a seed',
  service: 'A Go service, built the ways that Go services are built',
};

/** The report as Markdown: numbers, method, every disagreement. */
export function writeReport({ date, builder, results, improvement }) {
  const steps = results.flatMap(stepsOf);
  const right = steps.filter(agrees);
  return `${[
    '# The layer cache model beside BuildKit',
    '',
    '<!-- Written by bench/buildkit/prove.mjs; do not edit. -->',
    '',
    `On ${date}, with ${builder}: the model says of **${right.length} of ${
      steps.length
    } steps (${percent(right.length, steps.length)})** in ${
      results.flatMap(({ builds }) => builds).length
    } builds of ${results.length} repositories what BuildKit did.`,
    '',
    ...methodLines(),
    ...table(
      ['repositories', 'number', 'builds', 'steps', 'agree'],
      Object.entries(kinds).map(([kind, name]) => {
        const chosen = results.filter(result => result.kind === kind);
        const all = chosen.flatMap(stepsOf);
        return [
          name,
          chosen.length,
          chosen.flatMap(({ builds }) => builds).length,
          all.length,
          percent(all.filter(agrees).length, all.length),
        ];
      }),
    ),
    '',
    ...disagreementLines(results),
    ...(improvement.length > 0 ? improvementLines(improvement) : []),
  ].join('\n')}\n`;
}

function methodLines() {
  return [
    'Every repository is committed to, built, and committed to again, on one',
    'builder that starts empty. Before each build the model reads the commit from',
    'git and says of each step whether it comes from the cache; the builder’s own',
    'log then says what happened. A step is any RUN, COPY, ADD or WORKDIR of the',
    'stages that are built. To repeat it: `node bench/buildkit/prove.mjs`, on a',
    'Debian machine as [described](../bench/buildkit/README.md).',
    '',
    'Three things about the comparison:',
    '',
    '- Base images and the module proxy are stand-ins; the builder, Go and the',
    '  modules are real.',
    '- Two stages that start with the same steps are one to the builder, and its',
    '  log has them once. Such a step is compared once.',
    '- `COPY --link` counts as cached when its files were not copied again. The',
    '  merge behind it, which copies nothing, runs whenever the layer below is',
    '  another one.',
    '',
    'Not in it, since they cannot run here: `COPY --parents` (this builder’s own',
    'frontend has it in its labs channel only), `ADD` from other hosts, images',
    'that move, and builds for several platforms.',
    '',
  ];
}

function disagreementLines(results) {
  const wrong = results.flatMap(({ name, builds }) =>
    builds.flatMap(({ number, steps }) =>
      steps
        .filter(step => !agrees(step))
        .map(({ place, text, predicted, actual }) => [
          `${name}, build ${number}`,
          `\`${place}\` \`${text.replaceAll('|', '\\|')}\``,
          predicted,
          actual,
        ]),
    ),
  );
  return wrong.length === 0
    ? ['## Disagreements', '', 'None.', '']
    : [
        '## Disagreements',
        '',
        ...table(['build', 'step', 'model', 'builder'], wrong),
        '',
      ];
}

function improvementLines(rows) {
  return [
    '## A naive Dockerfile and the exemplary one',
    '',
    'The same service (`examples/exemplary`) with `COPY . .` before',
    '`go mod download`, one stage, no cache mounts and no ignore file, and with',
    'its own Dockerfile. Its checkout has a picture of 2 MB that no build needs.',
    '_Warm_ is a builder that keeps layers and cache mounts, _ephemeral_ one that',
    'starts empty. Module bytes are counted at the module proxy; seconds are',
    'those of the steps that ran, on this machine, side by side in one run.',
    '',
    ...table(
      [
        'builder',
        'commit',
        'Dockerfile',
        'module bytes',
        'step seconds',
        'context bytes sent',
        'steps cached',
      ],
      rows.map(row => [
        row.builder,
        row.name,
        row.dockerfile,
        row.moduleBytes.toLocaleString('en'),
        row.seconds.toFixed(1),
        row.contextBytes.toLocaleString('en'),
        `${row.cached} of ${row.cacheable}`,
      ]),
    ),
  ];
}

function table(head, rows) {
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ];
}

function stepsOf({ builds }) {
  return builds.flatMap(({ steps }) => steps);
}

function agrees({ predicted, actual }) {
  return predicted === actual;
}

function percent(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}
