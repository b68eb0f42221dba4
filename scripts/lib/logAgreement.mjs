/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const outcomes = {
  success: 'success',
  failure: 'failure',
  canceled: 'incomplete',
  truncated_or_canceled: 'incomplete',
  truncated_client_killed: 'incomplete',
};

/** `[build 3/7] RUN go build` without its bracket. */
function textOf(name) {
  return name.replace(/^\[[^\]]*\] ?/, '');
}

function round(seconds) {
  return Math.round(seconds * 10) / 10;
}

/** What a build was read as, in the terms of an index. */
function measure({ steps, failure }) {
  const instructions = steps.filter(
    ({ internal, state }) => !internal && state !== 'skipped',
  );
  const own = instructions.filter(({ instruction }) => instruction !== 'FROM');
  const executed = own.filter(({ state }) => state === 'executed');
  return {
    stepsWithFrom: instructions.length,
    steps: own.length,
    cached: own.filter(({ state }) => state === 'cached').length,
    executed: executed.length,
    seconds: round(executed.reduce((sum, { seconds = 0 }) => sum + seconds, 0)),
    failed: [
      ...new Set([
        ...steps
          .filter(({ state }) => state === 'failed')
          .map(({ name }) => textOf(name)),
        ...(failure?.step ? [textOf(failure.step)] : []),
      ]),
    ],
  };
}

/** Names are cut in some logs: a step is the expected one up to there. */
function includesStep(names, expected) {
  return names.some(name => {
    const length = Math.min(name.length, expected.length, 60);
    return length > 0 && name.slice(0, length) === expected.slice(0, length);
  });
}

function compareFailed(expected, names) {
  const unnamed = expected.filter(name => !includesStep(names, textOf(name)));
  const isEqual = expected.length > 0 ? unnamed.length === 0 : !names.length;
  return { field: 'failed step', isEqual, expected, found: names };
}

function compareNumber(field, expected, found) {
  return expected === undefined || expected === null
    ? []
    : [{ field, isEqual: expected === found, expected, found }];
}

/** Logs print tenths: each step may be off by half of one. */
function compareSeconds(expected, { executed, seconds }) {
  return {
    field: 'executed seconds',
    isEqual: Math.abs(expected - seconds) < 0.05 * executed + 0.001,
    expected,
    found: seconds,
  };
}

/** BuildKit's records list their builds one by one. */
function comparePerBuild(expected, builds) {
  if (expected.length !== builds.length) {
    return compareNumber('builds', expected.length, builds.length);
  }
  return expected.flatMap((wanted, index) => {
    const found = measure(builds[index]);
    return [
      ...compareNumber('steps', wanted.steps, found.steps),
      ...compareNumber('cached steps', wanted.cached_steps, found.cached),
      compareSeconds(wanted.executed_seconds, found),
      compareFailed(
        wanted.failed.map(({ vertex }) => vertex),
        found.failed,
      ),
    ];
  });
}

/** A record of BuildKit's history counts vertices and tells how it ended. */
function compareHistory(expected, builds) {
  if (expected.length !== builds.length) {
    return compareNumber('builds', expected.length, builds.length);
  }
  return expected.flatMap((wanted, index) => {
    const { counts, failure, outcome, seconds, description } = builds[index];
    const error = wanted.error ?? undefined;
    return [
      ...compareNumber('reference', wanted.ref, description?.ref),
      ...compareNumber('vertices', wanted.total, counts?.total),
      ...compareNumber('completed', wanted.completed, counts?.completed),
      ...compareNumber('cached vertices', wanted.cached, counts?.cached),
      ...compareNumber(
        'seconds',
        secondsBetween(wanted.created, wanted.completedAt),
        seconds,
      ),
      {
        field: 'error',
        isEqual: error
          ? outcome !== 'success' && failure !== null
          : outcome === 'success',
        expected: error,
        found: failure?.line,
      },
    ];
  });
}

/** To milliseconds, of times with nanoseconds. */
function secondsBetween(start, end) {
  if (!start || !end) {
    return undefined;
  }
  const fraction = time => Number(/\.\d+/.exec(time)?.[0] ?? 0);
  const whole = time => Date.parse(time.replace(/\.\d+/, '')) / 1000;
  const seconds = whole(end) - whole(start) + fraction(end) - fraction(start);
  return Number(seconds.toFixed(3));
}

/** The other builders' records count the steps of the whole log. */
function compareWhole(expected, builds) {
  const found = builds.map(measure);
  const sum = key => found.reduce((total, one) => total + one[key], 0);
  return [
    ...compareNumber('steps', expected.steps_seen, sum('stepsWithFrom')),
    ...compareNumber('steps', expected.instructions_seen, sum('steps')),
    ...compareNumber(
      'cached steps',
      expected.cached_steps ?? expected.cached_layers_used ?? expected.cached,
      sum('cached'),
    ),
    ...('failed_step' in expected
      ? [
          compareFailed(
            expected.failed_step ? [expected.failed_step] : [],
            found.flatMap(({ failed }) => failed),
          ),
        ]
      : []),
  ];
}

/** Records of BuildKit's history count all that its builders did. */
function compareRecords(expected, builds) {
  const count = list => JSON.stringify([...list].sort());
  return [
    ...compareNumber('builds', expected.length, builds.length),
    ...compareNumber(
      'outcome',
      count(
        expected.map(({ error }) => {
          if (!error) {
            return 'success';
          }
          return /context canceled/.test(error) ? 'incomplete' : 'failure';
        }),
      ),
      count(builds.map(({ outcome }) => outcome)),
    ),
    ...compareNumber(
      'steps',
      count(expected.map(({ total }) => total)),
      count(builds.map(({ steps }) => steps.length)),
    ),
  ];
}

/** These tell of a build, and not of its steps. */
const withoutSteps = ['buildx-history-inspect-json', 'buildx-metadata-file'];

/** Formats that tell of a build as a whole, and none of its steps. */
const isWithoutSteps = {
  'buildx-history-inspect-json': true,
  'buildx-metadata-file': true,
};

function compareWithoutSteps(expected, builds) {
  const found = builds.map(measure);
  const [{ counts }] = builds;
  return [
    ...compareNumber('builds', expected.per_build?.length, builds.length),
    ...(counts && expected.docker_history
      ? expected.docker_history.flatMap(wanted => [
          ...compareNumber('vertices', wanted.total, counts.total),
          ...compareNumber('completed', wanted.completed, counts.completed),
          ...compareNumber('cached vertices', wanted.cached, counts.cached),
        ])
      : []),
    ...(expected.per_build ?? []).map(({ failed }, index) =>
      compareFailed(
        failed.map(({ vertex }) => vertex),
        found[index]?.failed ?? [],
      ),
    ),
  ];
}

/**
 * Compares one reading with what its index entry expects. `entries` are all
 * entries: some refer to another record of the same build.
 */
export function compareWithEntry(entry, entries, reading) {
  const builds = reading.builds ?? [reading];
  const lab = entry.expected?.same_build_as_lab;
  const same = entries.find(
    other => other.source?.lab === lab && other.expected?.per_build,
  );
  const expected =
    (lab && same ? same.expected : undefined) ?? entry.expected ?? {};
  return [
    ...compareNumber('outcome', outcomes[entry.outcome], reading.outcome),
    ...compareBuilds(entry.format, expected, builds),
  ];
}

function compareBuilds(format, expected, builds) {
  if (isWithoutSteps[format]) {
    return compareWithoutSteps(expected, builds);
  }
  if (expected.records) {
    return compareHistory(expected.records, builds);
  }
  return expected.per_build
    ? comparePerBuild(expected.per_build, builds)
    : compareWhole(expected, builds);
}
