#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Compares the layer cache model with a real BuildKit, step by step:
//   node bench/buildkit/prove.mjs                   all cases; writes the report
//   node bench/buildkit/prove.mjs link generated    those with such a name
import { publishReport } from './lib/publishReport.mjs';
import { withEngine } from './lib/withEngine.mjs';
import { cases } from './proof/cases/index.mjs';
import { measureImprovement } from './proof/measureImprovement.mjs';
import { runCase } from './proof/runCase.mjs';
import { writeReport } from './proof/writeReport.mjs';

const parts = process.argv.slice(2);

await withEngine(async () => {
  const results = await compare(
    cases.filter(
      ({ name }) =>
        parts.length === 0 || parts.some(part => name.includes(part)),
    ),
  );
  if (parts.length === 0) {
    await publishReport('layer-cache-proof.md', writeReport, {
      results,
      improvement: await measureImprovement(console.log),
    });
  }
});

async function compare(chosen) {
  const results = [];
  for (const plan of chosen) {
    const result = { kind: plan.kind, ...(await runCase(plan)) };
    results.push(result);
    const steps = result.builds.flatMap(build =>
      build.steps.map(step => ({ ...step, number: build.number })),
    );
    const wrong = steps.filter(step => step.predicted !== step.actual);
    console.log(
      `${wrong.length > 0 ? 'differs' : 'agrees'}  ${plan.name}: ${
        result.builds.length
      } builds, ${steps.length} steps`,
    );
    if (result.failure) {
      const { number, outcome, output } = result.failure;
      console.log(`         build ${number} ends with ${outcome}:\n${output}`);
    }
    for (const { number, place, text, predicted, actual } of wrong) {
      console.log(
        `         build ${number}, ${place}: model ${predicted}, builder ${actual}: ${text}`,
      );
    }
  }
  const all = results.flatMap(({ builds }) => builds);
  const steps = all.flatMap(build => build.steps);
  const right = steps.filter(step => step.predicted === step.actual);
  console.log(
    `${right.length} of ${steps.length} steps agree in ${all.length} builds`,
  );
  return results;
}
