#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Renders the Go service template with each answer to its form, builds the
// images and asks the services in them how they are:
//   node bench/buildkit/templates.mjs          all; writes the report
//   node bench/buildkit/templates.mjs warm     those whose name has this in it
import { emptyBuilder } from './lib/engine.mjs';
import { publishReport } from './lib/publishReport.mjs';
import { withEngine } from './lib/withEngine.mjs';
import { tryVariant } from './templates/tryVariant.mjs';
import { planVariants } from './templates/variants.mjs';
import { writeReport } from './templates/writeReport.mjs';

const wanted = process.argv.slice(2);

await withEngine(async () => {
  const results = [];
  const begun = new Set();
  for (const variant of planVariants().filter(
    ({ name }) =>
      wanted.length === 0 || wanted.some(part => name.includes(part)),
  )) {
    // What an earlier build has left there would hide a download that fails. The
    // settings for updates are in no image.
    if (!begun.has(variant.image)) {
      begun.add(variant.image);
      await emptyBuilder();
    }
    const result = await tryVariant(variant);
    const { name, score, built, ran, log = '' } = result;
    console.log(`${name}: scans at ${score}, ${built}, ${ran}\n${log}`.trim());
    results.push(result);
  }
  if (wanted.length === 0) {
    await publishReport('template-proof.md', writeReport, { results });
  }
  const isWell = ({ score, ran }) => score === 100 && ran === 'answers';
  process.exitCode = results.every(isWell) ? 0 : 1;
});
