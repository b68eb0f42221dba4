/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf, kinds } from './kinds.mjs';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Larger ones say nothing that small ones do not, and take longer. */
const MOST_BYTES = 8192;

/** Files of a corpus, of each kind. */
const MOST_FILES = 2000;

/** What stands beside a file of a corpus. */
const neighbours = {
  Dockerfile: `# syntax=docker/dockerfile:1
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
  'go.mod':
    'module example.com/app\n\ngo 1.26\n\nrequire example.com/lib v1.2.3\n',
  'go.sum': '',
  '.dockerignore': '.git\n*.md\n',
  '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: .
          push: true
`,
  'main.go': 'package main\n',
};

/**
 * Small repositories by the kind of the file that is to be mutated: the
 * examples of the rules, the examples of this repository, and a folder of real
 * files where one is given. The order is always the same.
 */
export function readSeeds(rules, corpus) {
  const seeds = Object.fromEntries(kinds.map(kind => [kind, []]));
  const add = (files, options) => {
    for (const path of Object.keys(files)) {
      seeds[kindOf(path)]?.push({ path, files, options });
    }
  };
  for (const rule of rules) {
    for (const example of [...rule.examples.good, ...rule.examples.bad]) {
      add(example.files, optionsOf(rule, example));
    }
  }
  for (const name of readdirSync(examples).sort()) {
    const folder = join(examples, name);
    if (statSync(folder).isDirectory()) {
      add(readFolder(folder), {});
    }
  }
  const counts = {};
  for (const [path, text] of corpus ? readFiles(corpus) : []) {
    // A pipeline is one by its folder; the others are by their names.
    const place =
      path.match(/\.github\/workflows\/.+/)?.[0] ?? path.split('/').at(-1);
    const kind = kindOf(place);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind && counts[kind] <= MOST_FILES) {
      seeds[kind].push({
        path: place,
        files: { ...neighbours, [place]: text },
        options: {},
      });
    }
  }
  return seeds;
}

/** What a scan is given beside the files, as the rule's tests do. */
function optionsOf({ id }, { measured, moduleFacts, policy }) {
  const { parameters, ...known } = policy ?? {};
  return {
    ...(measured && { measured }),
    ...(moduleFacts && { moduleFacts }),
    ...(policy && {
      policy: {
        path: 'policy.yaml',
        rules: parameters ? { [id]: { parameters } } : {},
        privateModules: [],
        registries: [],
        exclude: [],
        ...known,
      },
    }),
  };
}

function readFolder(folder) {
  return Object.fromEntries(readFiles(folder));
}

function* readFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    if (statSync(path).size <= MOST_BYTES) {
      yield [
        path
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
        readFileSync(path, 'utf8'),
      ];
    }
  }
}
