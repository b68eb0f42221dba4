/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Dockerfiles, trees and commits drawn from a seed, so that features meet that
// nobody thought of together. The same seed gives the same case.

const files = [
  'go.mod',
  'go.sum',
  'main.go',
  'main_test.go',
  'README.md',
  'docs/guide.md',
  'internal/a/a.go',
  'internal/b/b.go',
  'internal/b/b_test.go',
  'web/index.html',
];

const ignoreLines = [
  '**/*_test.go',
  '*.md',
  'docs',
  'web/*',
  '!web/index.html',
  'internal/b',
  '**/*.html',
];

const sources = [
  '.',
  'go.mod go.sum',
  'go.*',
  '*.go',
  'internal',
  'internal/*/*.go',
  'main.go',
  'doc* web*',
];

const excludes = ['', '', '', '--exclude=*.md ', '--exclude=**/*_test.go '];

/** Mulberry32, a small generator of random numbers. */
function createRandom(seed) {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

function createCase(seed) {
  const random = createRandom(seed);
  const pick = list => list[random(list.length)];
  const repeat = (most, make) =>
    Array.from({ length: 1 + random(most) }, (_, index) => make(index));

  const stageCount = 1 + random(3);
  const lines = [];
  for (let stage = 0; stage < stageCount; stage++) {
    const base = stage > 0 && random(3) === 0 ? `s${random(stage)}` : 'busybox';
    lines.push(`FROM ${base} AS s${stage}`, 'WORKDIR /work');
    const places = [
      () => `COPY ${pick(excludes)}${pick(sources)} ./c${random(3)}/`,
      () => `COPY --link ${pick(sources)} /linked${random(3)}/`,
      () => `COPY --chmod=644 ${pick(sources)} ./c${random(3)}/`,
      () => `RUN ls -lR . > /list${random(3)}`,
      () => `RUN --mount=type=bind,target=/ctx ls -R /ctx > /list${random(3)}`,
      () =>
        `RUN --mount=type=bind,source=internal,target=/ctx --mount=type=cache,target=/cache ls -R /ctx > /list${random(
          3,
        )}`,
      () => 'ARG FLAVOUR=none',
      () => `RUN echo "$FLAVOUR" > /version`,
      () => `ENV SETTING${random(2)}=${random(2)}`,
      () => 'ENV FLAVOURED=$FLAVOUR',
      () => `WORKDIR ${pick(['/work', 'below', '/other'])}`,
      () => `USER ${pick(['root', '0:0'])}`,
      () => 'LABEL version=$FLAVOUR',
      ...(stage > 0
        ? [
            () => `COPY --from=s${random(stage)} /work /from/`,
            () => `COPY --from=${random(stage)} /wor[k] /from/`,
          ]
        : []),
    ];
    lines.push(...repeat(6, () => pick(places)()));
  }
  const dockerfile = `${lines.join('\n')}\n`;

  const ignore = ['.git', ...repeat(3, () => pick(ignoreLines))];
  const commits = repeat(5, () => {
    switch (random(8)) {
      case 0:
        return { arguments: { FLAVOUR: String(random(3)) } };
      case 1:
        return { [`added/${random(3)}.${pick(['go', 'md'])}`]: 'new' };
      case 2:
        return { Dockerfile: `# ${random(1000)}\n${dockerfile}` };
      case 3:
        return { [pick(files)]: { mode: 0o755 } };
      default:
        return { [pick(files)]: String(random(3)) };
    }
  });
  return {
    name: `generated ${seed}`,
    files: {
      Dockerfile: dockerfile,
      '.dockerignore': `${ignore.join('\n')}\n`,
      ...Object.fromEntries(files.map(path => [path, '0'])),
    },
    commits: [...commits, { 'main.go': '0' }],
  };
}

export const generated = Array.from({ length: 60 }, (_, index) =>
  createCase(index + 1),
);
