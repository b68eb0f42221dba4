#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// How long a replay takes, by the number of commits and by that of files, with
// `git log --raw` over the same commits beside it. Exits with 1 when the time
// grows faster than either.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPackage } from '../loadPackage.mjs';

const { HistoryReplay } = loadPackage('engine');
const { readHistory } = loadPackage('local-snapshot');

/** 1 is linear, 2 is quadratic; larger than memory caches costs some more. */
const MOST_POWER = 1.3;
const RUNS = 3;

const dockerfile = name => `FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /out/${name} ./cmd/${name}
FROM alpine:3.22
RUN apk add --no-cache ca-certificates
COPY --from=build /out/${name} /${name}
`;

const goMod = version =>
  `module example.com/service\n\ngo 1.26\n\nrequire example.com/lib v1.0.${version}\n`;

/** Three Dockerfiles; each commit changes a source file, a document or go.mod. */
function createRepository(folder, { files, commits }) {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder]);
  const lines = [];
  const write = text =>
    lines.push(`data ${Buffer.byteLength(text)}\n${text}\n`);
  const file = (path, content) => {
    lines.push(`M 100644 inline ${path}\n`);
    write(content);
  };
  const source = number =>
    `internal/p${number % 40}/q${number % 200}/f${number}.go`;
  const sources = files - 8;
  for (let commit = 0; commit <= commits; commit++) {
    const time = 1_800_000_000 + commit * 60;
    lines.push('commit refs/heads/main\n');
    lines.push(`committer a <a@example.com> ${time} +0000\n`);
    write(`Change ${commit}`);
    if (commit === 0) {
      for (const name of ['a', 'b', 'c']) {
        file(`build/${name}/Dockerfile`, dockerfile(name));
        file(`cmd/${name}/main.go`, 'package main\n');
      }
      file('go.mod', goMod(0));
      file('go.sum', '');
      for (let number = 0; number < sources; number++) {
        file(source(number), `package q // ${number}\n`);
      }
    } else if (commit % 10 === 0) {
      file('go.mod', goMod(commit));
    } else if (commit % 3 === 0) {
      file('README.md', `# ${commit}\n`);
    } else {
      file(source((commit * 37) % sources), `package q // at ${commit}\n`);
    }
  }
  const { status } = spawnSync(
    'git',
    ['-C', folder, 'fast-import', '--quiet'],
    {
      input: lines.join(''),
      stdio: ['pipe', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) {
    throw new Error(`git fast-import ended with ${status}`);
  }
}

/** Seconds that the clock shows, and seconds that this process computes. */
async function measure(run) {
  let best = { clock: Infinity, own: Infinity };
  for (let number = 0; number < RUNS; number++) {
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    await run();
    const clock = Number(process.hrtime.bigint() - start) / 1e9;
    const { user, system } = process.cpuUsage(cpu);
    const own = (user + system) / 1e6;
    best = {
      clock: Math.min(best.clock, clock),
      own: Math.min(best.own, own),
    };
  }
  return best;
}

async function replay(folder, commits) {
  const history = new HistoryReplay();
  for await (const commit of readHistory(folder, { commits })) {
    history.add(commit);
  }
  const { units } = history.report();
  if (
    units.length !== 3 ||
    units.some(unit => unit.builds.length !== commits)
  ) {
    throw new Error('the replay has not replayed everything');
  }
}

function log(folder, commits) {
  execFileSync(
    'git',
    [
      '-C',
      folder,
      'log',
      '--first-parent',
      '-m',
      '--raw',
      '-z',
      '--no-abbrev',
      `--max-count=${commits}`,
    ],
    { maxBuffer: 1024 ** 3 },
  );
}

async function row({ files, commits }) {
  const folder = mkdtempSync(join(tmpdir(), 'build-hygiene-replay-'));
  try {
    createRepository(folder, { files, commits });
    const ours = await measure(() => replay(folder, commits));
    const floor = await measure(async () => log(folder, commits));
    console.log(
      [
        String(files).padStart(7),
        String(commits).padStart(9),
        `${ours.clock.toFixed(2)} s`.padStart(9),
        `${ours.own.toFixed(2)} s`.padStart(9),
        `${((1000 * ours.clock) / commits).toFixed(1)} ms`.padStart(12),
        `${floor.clock.toFixed(2)} s`.padStart(15),
      ].join(''),
    );
    return ours.own;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function power(sizes, times) {
  return Math.log(times.at(-1) / times[0]) / Math.log(sizes.at(-1) / sizes[0]);
}

async function grow(what, sizes, shapeOf) {
  const times = [];
  for (const size of sizes) {
    times.push(await row(shapeOf(size)));
  }
  const exponent = power(sizes, times);
  console.log(
    `time grows as ${what} to the power of ${exponent.toFixed(
      2,
    )} (1 is linear)\n`,
  );
  return exponent;
}

console.log('  files  commits    clock      CPU  each commit  git log --raw');
const powers = [
  await grow('commits', [50, 100, 200, 400], commits => ({
    files: 2000,
    commits,
  })),
  await grow('files', [1250, 2500, 5000, 10_000], files => ({
    files,
    commits: 100,
  })),
];
process.exitCode = powers.some(exponent => exponent > MOST_POWER) ? 1 : 0;
