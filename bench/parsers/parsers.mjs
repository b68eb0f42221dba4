#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// How the parsers' time grows with their input, and how fast they are beside
// dockerfile-ast. Exits with 1 when one grows faster than its input.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growingInputs } from './growingInputs.mjs';
import { loadPackage } from '../loadPackage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const engine = loadPackage('engine');
const dockerfileAst = createRequire(join(root, 'packages/engine/package.json'))(
  'dockerfile-ast',
);

/** How much larger the input of the second measurement is. */
const STEP = 8;

/** 1 is linear, 2 is quadratic; larger than memory caches costs some more. */
const MOST_POWER = 1.7;

/** The best of some runs, in milliseconds. */
function time(run, runs = 7) {
  let best = Infinity;
  for (let turn = 0; turn < runs; turn++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

/** Repetitions until a run takes long enough to be measured. */
function measurableSize(run) {
  let size = 500;
  while (size < 2_000_000 && time(() => run(size), 2) < 20) {
    size *= 2;
  }
  return size;
}

function measureGrowth(parserName, createText) {
  const texts = new Map();
  const text = size => {
    if (!texts.has(size)) {
      texts.set(size, createText(size));
    }
    return texts.get(size);
  };
  const run = size => engine[parserName](text(size), { path: 'file' });
  const size = measurableSize(run);
  const once = time(() => run(size));
  const later = time(() => run(STEP * size));
  return {
    megabytes: text(STEP * size).length / 1e6,
    milliseconds: later,
    power: Math.log(later / once) / Math.log(STEP),
  };
}

let tooSteep = 0;
console.log(
  'time grows as size to the power of (1 is linear, 2 is quadratic)\n',
);
for (const [parserName, inputs] of Object.entries(growingInputs)) {
  for (const [name, createText] of Object.entries(inputs)) {
    const { megabytes, milliseconds, power } = measureGrowth(
      parserName,
      createText,
    );
    // What stops early takes no time that could grow.
    const steep = power > MOST_POWER && milliseconds > 5;
    tooSteep += steep ? 1 : 0;
    console.log(
      [
        parserName.padEnd(18),
        name.padEnd(26),
        `${power.toFixed(2)}`.padStart(6),
        `${milliseconds.toFixed(0)} ms for ${megabytes.toFixed(1)} MB`.padStart(
          22,
        ),
        steep ? '  too steep' : '',
      ].join(''),
    );
  }
}

const dockerfiles = readdirSync(join(root, 'examples'), { recursive: true })
  .filter(path => /(^|[/\\])Dockerfile$/.test(path))
  .map(path => readFileSync(join(root, 'examples', path), 'utf8'));
const all = parse => () => {
  for (let turn = 0; turn < 50; turn++) {
    dockerfiles.forEach(parse);
  }
};
const contestants = {
  'this engine': all(source => engine.parseDockerfile(source)),
  'dockerfile-ast': all(source =>
    // It reads arguments when asked.
    dockerfileAst.DockerfileParser.parse(source)
      .getInstructions()
      .forEach(instruction => instruction.getArguments()),
  ),
};
console.log(`\n${dockerfiles.length} Dockerfiles of the examples, 50 times\n`);
const times = Object.entries(contestants).map(([name, run]) => ({
  name,
  milliseconds: time(run),
}));
for (const { name, milliseconds } of times) {
  const ratio = milliseconds / times[0].milliseconds;
  console.log(`${name.padEnd(18)}${ratio.toFixed(1).padStart(6)}x`);
}
process.exitCode = tooSteep > 0 ? 1 : 0;
