#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// What this engine, hadolint, dockerfilelint, tally and `docker build --check`
// find of the defects of the rule catalogue, and how fast they are:
//   node bench/linters/linters.mjs                     on the rule examples
//   node bench/linters/linters.mjs --corpus <folder>   speed on its folders as well, each a repository
// --note <text> goes into the report: where a peer is from, for example.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundlePackage } from '../loadPackage.mjs';
import { compareDefects } from './compareDefects.mjs';
import { measureManyFiles } from './measureManyFiles.mjs';
import { measureSpeed } from './measureSpeed.mjs';
import { findPeers } from './peers/index.mjs';
import { readCases } from './readCases.mjs';
import { readRepositories } from './readRepositories.mjs';
import { writeReport } from './writeReport.mjs';

const report = new URL('../../docs/linters.md', import.meta.url);
const { corpus, note } = readArguments();

const scratch = mkdtempSync(join(tmpdir(), 'build-hygiene-linters-'));
try {
  const engine = bundlePackage('engine', scratch);
  const reader = bundlePackage('local-snapshot', scratch);
  const peers = await findPeers(scratch);
  for (const { name, version, skipped } of peers) {
    console.log(
      skipped ? `skipped: ${name}, ${skipped}` : `${name} ${version}`,
    );
  }
  const cases = readCases(engine, join(scratch, 'cases'));
  const defects = await compareDefects(cases, { engine, peers });
  const speeds = [];
  let dockerfiles = [];
  for (const folder of [
    join(scratch, 'cases'),
    ...(corpus ? [resolve(corpus)] : []),
  ]) {
    const isExamples = speeds.length === 0;
    const repositories = await readRepositories(folder, { engine, reader });
    const options = { engine, reader, peers, scratch, fixes: isExamples };
    speeds.push({
      isExamples,
      ...(await measureSpeed(repositories, options)),
    });
    dockerfiles = repositories.flatMap(repository => repository.dockerfiles);
  }
  const manyFiles = await measureManyFiles(dockerfiles, {
    engine,
    peers,
    scratch,
  });
  writeFileSync(
    report,
    writeReport({
      date: new Date().toISOString().slice(0, 10),
      defects,
      manyFiles,
      note,
      peers,
      speeds,
    }),
  );
  console.log(`written to ${fileURLToPath(report)}`);
} finally {
  rmSync(scratch, { recursive: true });
}

function readArguments() {
  try {
    return parseArgs({
      options: { corpus: { type: 'string' }, note: { type: 'string' } },
    }).values;
  } catch (error) {
    console.error(`linters.mjs: ${error.message}`);
    return process.exit(2);
  }
}
