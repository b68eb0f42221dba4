/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

/** The comparison as Markdown: method, speed, what each finds. */
export function writeReport({ date, defects, ofExamples, peers, speed }) {
  const present = peers.filter(({ skipped }) => !skipped);
  const lines = [
    '# Beside other linters',
    '',
    '<!-- Written by bench/linters/linters.mjs; do not edit. -->',
    '',
    `On ${date}, in one run of \`node bench/linters/linters.mjs\`:`,
    '',
    ...table(
      ['linter', 'version'],
      peers.map(({ name, version, skipped }) => [
        name,
        skipped ? `not compared: could not be had (${skipped})` : version,
      ]),
    ),
    '',
    ...speedLines(speed, { ofExamples }),
    ...findingLines(defects, present),
  ];
  return prettier.format(lines.join('\n'), { ...style, parser: 'markdown' });
}

function speedLines(
  { contestants, files, left, repositories, rounds },
  { ofExamples },
) {
  return [
    '## Speed',
    '',
    `The ${files} Dockerfiles of ${repositories} ${
      ofExamples
        ? 'repositories: the rule examples below, with and without their defect'
        : 'repositories that were given'
    }. One process reads all of them, with its start: ours the repositories`,
    'with their modules and pipelines, for all rules; a peer the Dockerfiles.',
    `The contestants take turns in ${rounds} rounds; a number is the median of`,
    'these, a ratio the median of the ratios of each round.',
    ...(left > 0
      ? [
          `${left} of the files are left out for the peers, as one of them`,
          'refuses to go on behind a Dockerfile with an error.',
        ]
      : []),
    '',
    ...table(
      ['', 'files per second', 'memory at most', 'time for a file'],
      contestants.map(
        ({
          name,
          files: count,
          oneProcessEach,
          filesPerSecond,
          megabytes,
          timesSlower,
        }) => [
          oneProcessEach ? `${name} (a process each, ${count} files)` : name,
          round(filesPerSecond),
          megabytes === undefined
            ? 'not measured'
            : `${round(megabytes)} MB${oneProcessEach ? ' (client)' : ''}`,
          `${round(timesSlower)}×`,
        ],
      ),
    ),
    '',
  ];
}

function findingLines(defects, present) {
  const names = ['ours', ...present.map(({ name }) => name)];
  const inDockerfile = defects.filter(
    ({ withDockerfile }) => withDockerfile > 0,
  );
  return [
    '## Defects',
    '',
    'Every rule has repositories that it fails, which its tests run. Beside each',
    'stands the repository as the fix leaves it, or, where no fix is offered, the',
    'good example that differs the least. **A linter finds a defect when it reports',
    'something in the bad repository more often than in the good one**, whatever',
    'it says: its codes are given, so that one can see whether that is the defect.',
    'It takes part in the examples of which the two differ in a file that it reads:',
    'hadolint and dockerfilelint read Dockerfiles, tally and `docker build --check`',
    'ignore files as well. “–”: none of the examples does; a `go.mod` or a',
    'pipeline is no file for them.',
    '',
    ...(present.some(({ name }) => name === 'tally')
      ? [
          'Tally runs with all its rules, the others as they are without a configuration.',
          '',
        ]
      : []),
    ...table(
      ['rules of which an example is found', 'rules', ...names],
      [...new Set(defects.map(({ category }) => category))].map(category => {
        const chosen = defects.filter(defect => defect.category === category);
        return [
          category,
          chosen.length,
          ...names.map(
            name =>
              chosen.filter(({ results }) => results[name].found > 0).length,
          ),
        ];
      }),
    ),
    '',
    `${defects.length - inDockerfile.length} of the ${
      defects.length
    } rules have no example with a Dockerfile.`,
    '',
    ...table(
      ['rule', ...names],
      defects.map(({ rule, results }) => [
        `[${rule}](rules/${rule}.md)`,
        ...names.map(name => cell(name, results[name])),
      ]),
    ),
    '',
  ];
}

function cell(name, { differs, found, codes }) {
  if (differs === 0) {
    return '–';
  }
  const share = `${found} of ${differs}`;
  return found === 0 || name === 'ours'
    ? share
    : `${share}: ${codes.join(', ')}`;
}

function table(head, rows) {
  const line = cells =>
    `| ${cells.map(text => `${text}`.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** To three digits. */
function round(number) {
  return number >= 100
    ? Math.round(number).toLocaleString('en')
    : `${Number(number.toPrecision(3))}`;
}
