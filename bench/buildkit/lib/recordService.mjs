/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostname, tmpdir } from 'node:os';
import { buildImage } from './buildImage.mjs';
import { planTimes, runIdAt } from './calendar.mjs';
import {
  builderName,
  emptyBuilder,
  engineDirectory,
  moduleFolder,
} from './engine.mjs';
import { examples } from './examples.mjs';
import { StandInInternet } from './standInInternet.mjs';
import { WorkingCopy } from './workingCopy.mjs';

const second = 1000;

/**
 * Runs the planned builds of one service, in order, and writes their logs and
 * the manifest. Recordings of before are replaced once all builds have run.
 */
export async function recordService(plan, say) {
  const copy = new WorkingCopy(join(examples, plan.example));
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
    gitHosts: await plan.gitHosts?.(copy),
  });
  try {
    await copy.start();
    await internet.open();
    const records = await runBuilds(plan, { copy, internet, say });
    keep(plan.service, records);
  } finally {
    internet.close();
    copy.dispose();
  }
}

async function runBuilds(plan, { copy, internet, say }) {
  const times = planTimes(plan.service, plan.builds);
  const builder = await builderName();
  const records = [];
  await emptyBuilder();
  for (const [index, build] of plan.builds.entries()) {
    const number = index + 1;
    const before = records.at(-1)?.entry;
    const startedAt = times[index];
    const branch = build.branch ?? 'main';
    if (!build.rerun) {
      await copy.switchTo(branch);
      await build.change?.(copy, number);
      const committed = new Date(startedAt.getTime() - 40 * second);
      await copy.commit(build.message ?? build.scenario, committed);
    }
    if (build.emptyBuilder ?? plan.emptyBuilder) {
      await emptyBuilder();
    }
    const file = `${String(number).padStart(2, '0')}-${build.scenario}.${
      build.progress === 'rawjson' ? 'jsonl' : 'log'
    }`;
    const commit = await copy.head();
    const log = await runBuild({ plan, build, copy, internet, commit });
    say(`${plan.service}/${file}: exit status ${log.status}`);
    if ((log.status !== 0) !== Boolean(build.fails)) {
      throw new Error(
        `${file} was to ${build.fails ? 'fail' : 'succeed'}:\n${log.output}`,
      );
    }
    const output = maskSecrets(log.output, plan.secrets);
    refuseMachineDetails(file, output);
    records.push({
      output,
      entry: {
        file,
        startedAt: startedAt.toISOString(),
        commit,
        branch,
        provider: 'github-actions',
        runId: build.rerun ? before.runId : runIdAt(startedAt, plan.service),
        attempt: build.rerun ? before.attempt + 1 : 1,
        scenario: build.scenario,
        builder,
      },
    });
  }
  return records;
}

function runBuild({ plan, build, copy, internet, commit }) {
  const image = `registry.example.com/parcel/${plan.service}`;
  return buildImage(copy, {
    internet,
    dockerfile: plan.dockerfile,
    context: plan.context,
    progress: build.progress,
    tag: `${image}:${commit.slice(0, 12)}`,
    options: [
      ...(plan.options?.(copy) ?? []),
      ...(build.options?.(copy) ?? []),
    ],
  });
}

/** Stars for secrets, as CI systems print them. */
function maskSecrets(output, secrets = []) {
  return secrets.reduce(
    (text, secret) => text.replaceAll(secret, '***'),
    output,
  );
}

/** Recordings are published: nothing of the machine may be in them. */
function refuseMachineDetails(file, output) {
  for (const detail of [engineDirectory, examples, tmpdir(), hostname()]) {
    if (output.includes(detail)) {
      throw new Error(`${file} shows ${detail}:\n${output}`);
    }
  }
}

function keep(service, records) {
  const folder = join(examples, 'builds', service);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { entry, output } of records) {
    writeFileSync(join(folder, entry.file), output);
  }
  const entries = records.map(({ entry }) => entry);
  writeFileSync(
    join(folder, 'builds.json'),
    `${JSON.stringify(entries, undefined, 2)}\n`,
  );
}
