/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { formatMarkdown } from '../formatMarkdown.mjs';
import { saysDefect } from './saysDefect.mjs';

/** The comparison as Markdown: versions, speed, what each finds. */
export function writeReport({ date, defects, manyFiles, note, peers, speeds }) {
  const present = peers.filter(({ skipped }) => !skipped);
  const lines = [
    '# Beside other linters',
    '',
    '<!-- Written by bench/linters/linters.mjs; do not edit. -->',
    '',
    `On ${date}, in one run of [\`node bench/linters/linters.mjs\`](../bench/linters/README.md):`,
    '',
    ...table(
      ['linter', 'version'],
      peers.map(({ name, version, skipped }) => [
        name,
        skipped ? `not compared: could not be had (${skipped})` : version,
      ]),
    ),
    '',
    ...(note ? [note, ''] : []),
    ...speedLines(speeds),
    ...manyFilesLines(manyFiles),
    ...methodLines(),
    ...findingLines(defects, ['ours', ...present.map(({ name }) => name)]),
    ...codeLines(defects, present),
  ];
  return formatMarkdown(lines.join('\n'));
}

function speedLines(speeds) {
  return [
    '## Speed',
    '',
    'One process reads all Dockerfiles, and its start counts: ours the repositories',
    'with their modules and pipelines, for all rules and the matrix; a peer the',
    `Dockerfiles. The contestants take turns in ${speeds[0].rounds} rounds. A number is the`,
    'median of the rounds; the times in the last column are compared round by round,',
    'so that a busy machine slows both.',
    '',
    ...speeds.flatMap(speedTable),
  ];
}

function manyFilesLines({ contestants, copies, files }) {
  return [
    `The same for ${files} Dockerfiles alone, ${copies} copies of each: nothing around them,`,
    'and so many that starting and warming up count for little. Ours reads them in',
    'one process with a thread for each core, as hadolint does by itself.',
    '',
    ...contestantTable(contestants),
  ];
}

function speedTable({ contestants, files, isExamples, left, repositories }) {
  return [
    `${files} Dockerfiles of ${repositories} ${
      isExamples
        ? 'small repositories: the rule examples, with and without their defect'
        : 'repositories that were given'
    }.`,
    ...(left > 0
      ? [
          `The peers get ${left} files less: where a Dockerfile has an error, one`,
          'of them refuses to read the others.',
        ]
      : []),
    '',
    ...contestantTable(contestants),
  ];
}

function contestantTable(contestants) {
  return [
    ...table(
      [
        '',
        'files per second',
        'processor time for a file',
        'memory at most',
        'time for a file beside ours',
      ],
      contestants.map(contestant => [
        contestant.oneProcessEach
          ? `${contestant.name} (a process for each of ${contestant.files})`
          : contestant.name,
        round(contestant.filesPerSecond),
        measured(contestant, contestant.processorMilliseconds, 'ms'),
        measured(contestant, contestant.megabytes, 'MB'),
        `${round(contestant.timeBesideOurs)}×`,
      ]),
    ),
    '',
  ];
}

function measured({ oneProcessEach }, value, unit) {
  return value === undefined
    ? 'not measured'
    : `${round(value)} ${unit}${oneProcessEach ? ' (the client)' : ''}`;
}

function methodLines() {
  return [
    '## Defects',
    '',
    'Every rule has repositories that it fails, which its tests run. Beside each',
    'stands the repository as the fix leaves it, or, where no fix is offered, the',
    'good example that differs the least.',
    '',
    'A linter **finds** a defect when it reports something in the bad repository',
    'more often than in the good one, and that is about the defect: which codes are,',
    '`bench/linters/saysDefect.mjs` says. A number in parentheses counts the examples',
    'of which it reports something else only. All codes are at the end.',
    '',
    'An example counts where its two repositories differ in a file that the linter',
    'reads: a Dockerfile, for tally and `docker build --check` an ignore file as',
    'well. “Not read”: no example does, as the defect is in a `go.mod`, a pipeline',
    'or a manifest. Tally runs with all its rules, the others as they are without a',
    'configuration.',
    '',
  ];
}

function findingLines(defects, names) {
  const groups = [
    ...[...new Set(defects.map(({ category }) => category))].map(category => ({
      name: category,
      chosen: defects.filter(defect => defect.category === category),
    })),
    { name: '**all**', chosen: defects },
  ];
  const others = names.filter(name => name !== 'ours');
  const alone = defects.filter(
    ({ results }) =>
      results.ours.found > 0 && others.every(name => results[name].found === 0),
  );
  return [
    `Of ${defects.length} rules, ${alone.length} are about what only this engine finds here.`,
    'Rules of which at least one example is found:',
    '',
    ...table(
      ['', 'rules', ...names],
      groups.map(({ name, chosen }) => [
        name,
        chosen.length,
        ...names.map(
          linter =>
            chosen.filter(({ results }) => results[linter].found > 0).length,
        ),
      ]),
    ),
    '',
    'Examples of each rule:',
    '',
    ...table(
      ['rule', ...names],
      defects.map(({ rule, results }) => [
        `[${rule}](rules/${rule}.md)`,
        ...names.map(name => cell(results[name])),
      ]),
    ),
    '',
  ];
}

function cell({ differs, found, reported }) {
  if (differs === 0) {
    return 'not read';
  }
  return found === 0 && reported > 0
    ? `0 of ${differs} (${reported})`
    : `${found} of ${differs}`;
}

function codeLines(defects, present) {
  return [
    '## What the others report',
    '',
    'In the bad repositories more often than in the good ones. Bold: what is about',
    'the defect.',
    '',
    ...table(
      ['rule', 'linter', 'codes'],
      defects.flatMap(({ rule, results }) =>
        present
          .filter(({ name }) => results[name].codes.length > 0)
          .map(({ name }) => [
            rule,
            name,
            results[name].codes
              .map(code => (saysDefect(code, rule) ? `**${code}**` : code))
              .join(', '),
          ]),
      ),
    ),
    '',
  ];
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
