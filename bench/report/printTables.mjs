/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Tables in Markdown: the times, and what the backend answered. */
export function printTables({ opened, switched, interactions }) {
  printTimes('Page, from the address bar', opened);
  printTimes('Page, from another one', switched);
  printTimes('In a list', interactions);
  printAnswers([...opened, ...interactions]);
}

function printTimes(title, results) {
  if (results.length === 0) {
    return;
  }
  console.log(`\n| ${title} | median | slowest | processor | backend |`);
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [name, runs] of results) {
    const times = runs.map(({ milliseconds }) => milliseconds);
    const row = [
      median(times),
      Math.max(...times),
      median(runs.map(({ processor }) => processor)),
      median(
        runs.map(({ answers }) =>
          Math.max(0, ...answers.map(({ server }) => server)),
        ),
      ),
    ].map(value => `${Math.round(value)} ms`);
    console.log(`| ${name} | ${row.join(' | ')} |`);
  }
}

function printAnswers(results) {
  const answers = new Map();
  for (const [name, runs] of results) {
    for (const { path, text, server } of runs.flatMap(run => run.answers)) {
      const known = answers.get(path) ?? { name, text, servers: [] };
      known.servers.push(server);
      answers.set(path, known);
    }
  }
  console.log('\n| Request | first on | JSON | backend, median |');
  console.log('| --- | --- | ---: | ---: |');
  for (const [path, { name, text, servers }] of answers) {
    console.log(
      `| \`${path}\` | ${name} | ${kilobytes(text)} | ${Math.round(
        median(servers),
      )} ms |`,
    );
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
