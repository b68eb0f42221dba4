#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Compares the layer cache model with a real BuildKit, step by step:
//   node bench/buildkit/prove.mjs [part of a case's name…]
import { rmSync } from 'node:fs';
import { ensureEngine } from './lib/engine.mjs';
import { cases } from './proof/cases/index.mjs';
import { runCase } from './proof/runCase.mjs';

await ensureEngine();
const wanted = process.argv.slice(2);
const chosen = cases.filter(
  ({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)),
);
const results = [];
for (const plan of chosen) {
  try {
    const result = await runCase(plan);
    results.push(result);
    const steps = result.builds.flatMap(build => build.steps);
    const wrong = steps.filter(step => step.predicted !== step.actual);
    console.log(
      `${wrong.length ? 'DIFFERS' : 'agrees '} ${plan.name}: ${
        result.builds.length
      } builds, ${steps.length} steps`,
    );
    for (const build of result.builds) {
      for (const step of build.steps) {
        if (step.predicted !== step.actual) {
          console.log(
            `    build ${build.number} ${step.place}: model ${step.predicted}, builder ${step.actual}: ${step.text}`,
          );
        }
      }
    }
  } catch (error) {
    console.log(`FAILED  ${plan.name}: ${error.message.slice(0, 3000)}`);
  }
}
const all = results.flatMap(({ builds }) => builds);
const steps = all.flatMap(build => build.steps);
const right = steps.filter(step => step.predicted === step.actual);
console.log(
  `${right.length} of ${steps.length} steps in ${all.length} builds: ${(
    (100 * right.length) /
    steps.length
  ).toFixed(2)} %`,
);
