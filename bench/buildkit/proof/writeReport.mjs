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
    'All repositories but one (“a listing of a named folder”) are written so that',
    'a command leaves other bytes when its inputs differ, as compilers do.',
    '',
    'Not in it, since they cannot run here: `COPY --parents` (this builder’s own',
    'frontend has it in its labs channel only), `ADD` from other hosts, images',
    'that move, and builds for several platforms.',
    '',
  ];
}

function disagreementLines(results) {
  const wrong = results.flatMap(({ name, explanation, builds }) =>
    builds.flatMap(({ number, steps }) =>
      steps
        .filter(step => !agrees(step))
        .map(({ place, text, predicted, actual }) => [
          `${name}, build ${number}`,
          `\`${place}\` \`${text.replaceAll('|', '\\|')}\``,
          predicted,
          actual,
          explanation ?? '**not explained**',
        ]),
    ),
  );
  const failed = results.filter(({ failure }) => failure);
  return [
    '## Disagreements',
    '',
    ...(wrong.length === 0
      ? ['None.']
      : table(['build', 'step', 'model', 'builder', 'why'], wrong)),
    '',
    ...failed.flatMap(({ name, failure: { number, outcome } }) => [
      `Build ${number} of “${name}” ended with ${outcome}, so that it and the later ones of that repository are not compared.`,
      '',
    ]),
  ];
}

function improvementLines(rows) {
  const [least, most] = secondsOfSameWork(rows);
  return [
    '## A naive Dockerfile and the exemplary one',
    '',
    'The same service (`examples/exemplary`), built with three Dockerfiles:',
    '_naive_ is `COPY . .` before `go mod download`, one stage, no cache mounts, no',
    'ignore file; _exemplary_ is its own; _exemplary, no mounts_ is that without',
    'cache mounts, so that modules stay in a layer. Its checkout has a picture of',
    '2 MB that no build needs. A _warm_ builder keeps layers and cache mounts; one',
    'with a _remote cache_ starts empty and imports and exports all layers',
    '(`mode=max`); an _ephemeral_ one starts empty.',
    '',
    'Module bytes are counted at the module proxy, which is on the same machine:',
    'over a network their part of the seconds is larger. Seconds are those of the',
    'steps that ran, on two cores, one build after the other in one run: they tell how the',
    'Dockerfiles compare, not how long yours takes. Each build is timed once, and',
    `the machine is noisy: four builds that do the same (naive, ephemeral) took ${least.toFixed(
      1,
    )} s to ${most.toFixed(1)} s.`,
    'A warm builder is sent what changed of the context, an empty one all of it.',
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
      inOrder(rows).map(row => [
        row.builder,
        row.name,
        row.dockerfile,
        row.moduleBytes.toLocaleString('en'),
        row.seconds.toFixed(1),
        row.contextBytes.toLocaleString('en'),
        `${row.cached} of ${row.cacheable}`,
      ]),
    ),
    '',
    ...claimLines(rows),
  ];
}

/** Least and most seconds of builds that do the same: an ephemeral builder does everything each time. */
function secondsOfSameWork(rows) {
  const seconds = rows
    .filter(
      ({ builder, dockerfile }) =>
        builder === 'ephemeral' && dockerfile === 'naive',
    )
    .map(row => row.seconds);
  return [Math.min(...seconds), Math.max(...seconds)];
}

/** The Dockerfiles of one commit on one builder below each other. */
function inOrder(rows) {
  const places = name => [...new Set(rows.map(row => row[name]))];
  const builders = places('builder');
  const commits = places('name');
  return [...rows].sort(
    (left, right) =>
      builders.indexOf(left.builder) - builders.indexOf(right.builder) ||
      commits.indexOf(left.name) - commits.indexOf(right.name),
  );
}

function claimLines(rows) {
  const find = (builder, dockerfile, name) =>
    rows.find(
      row =>
        row.builder === builder &&
        row.dockerfile === dockerfile &&
        row.name === name,
    );
  const seconds = (builder, dockerfile) => {
    const naive = find(builder, 'naive', 'source change');
    const other = find(builder, dockerfile, 'source change');
    return `${naive.seconds.toFixed(1)} s → ${other.seconds.toFixed(
      1,
    )} s (${change(naive.seconds, other.seconds)})`;
  };
  const downloads = (builder, dockerfile) =>
    ['no change', 'new commit, same files', 'source change'].filter(
      name => find(builder, dockerfile, name).moduleBytes === 0,
    ).length;
  const empty = dockerfile =>
    `${Math.round(
      find('ephemeral', dockerfile, 'no change').contextBytes / 1000,
    ).toLocaleString('en')} kB`;
  return [
    '### Beside what others promise',
    '',
    'Guides for such Dockerfiles promise figures like those of the first column.',
    'What this service shows:',
    '',
    ...table(
      ['promised', 'measured here'],
      [
        [
          'dependency layers from the cache: +60 %',
          `builds without new modules that download none, of three: naive ${downloads(
            'warm',
            'naive',
          )}, exemplary ${downloads(
            'warm',
            'exemplary',
          )} on a warm builder; with a remote cache naive ${downloads(
            'remote cache',
            'naive',
          )}, without mounts ${downloads(
            'remote cache',
            'exemplary, no mounts',
          )}, with mounts ${downloads('remote cache', 'exemplary')}`,
        ],
        [
          'CI time: −40 %',
          `a source change: warm ${seconds(
            'warm',
            'exemplary',
          )}; remote cache, no mounts ${seconds(
            'remote cache',
            'exemplary, no mounts',
          )}; ephemeral ${seconds('ephemeral', 'exemplary')}`,
        ],
        [
          '180 s → 45 s with a warm download layer',
          `a source change, warm, modules in a layer: ${seconds(
            'warm',
            'exemplary, no mounts',
          )}: here compiling is what takes the time, which the cache mount spares`,
        ],
        [
          'context: 150 MB → 20 MB',
          `${empty('naive')} → ${empty(
            'exemplary',
          )}; how much depends on what lies in the checkout`,
        ],
      ],
    ),
  ];
}

function change(before, after) {
  const percentage = Math.round((100 * (after - before)) / before);
  return `${percentage > 0 ? '+' : '−'}${Math.abs(percentage)} %`;
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
