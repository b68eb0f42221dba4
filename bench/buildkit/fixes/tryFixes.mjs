/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage } from '../lib/buildImage.mjs';
import { engineDirectory, moduleFolder } from '../lib/engine.mjs';
import { examples } from '../lib/examples.mjs';
import { StandInInternet } from '../lib/standInInternet.mjs';
import { WorkingCopy } from '../lib/workingCopy.mjs';
import { token } from '../services/privateModule.mjs';
import { runImage } from './runImage.mjs';
import { loadPackage } from '../../loadPackage.mjs';

const { planFixes } = loadPackage('engine');
const { readLocalSnapshot } = loadPackage('local-snapshot');

/**
 * Builds and runs a service as it is, after each fix alone, and after all of
 * them.
 */
export async function tryFixes(plan, say) {
  const { fixes, diff } = await planFor(join(examples, plan.example), plan);
  const trials = [
    { name: 'as it is', diff: '' },
    ...(await Promise.all(
      fixes.map(async ({ rule, unit, safety }) => ({
        name: rule,
        safety,
        diff: (
          await planFor(join(examples, plan.example), {
            ...plan,
            only: { rules: [rule], ...(unit !== null && { unit }) },
          })
        ).diff,
      })),
    )),
    ...(fixes.length > 1 ? [{ name: 'all of them', diff }] : []),
  ];
  const results = [];
  for (const trial of trials) {
    const result = { ...trial, ...(await buildAndRun(plan, trial)) };
    say(`${plan.service}, ${result.name}: ${result.built}, ${result.ran}`);
    results.push(result);
  }
  return results;
}

async function planFor(folder, { dockerfile, only }) {
  const snapshot = await readLocalSnapshot(folder);
  return planFixes(snapshot, {
    today: new Date().toISOString().slice(0, 10),
    ...(dockerfile !== undefined && { dockerfiles: [dockerfile] }),
    ...only,
  });
}

async function buildAndRun(plan, { diff }) {
  const copy = new WorkingCopy(join(examples, plan.example));
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
    gitHosts: await plan.gitHosts?.(copy),
  });
  const tag = `registry.example.com/parcel/${plan.service}:fixed`;
  try {
    await copy.start();
    if (diff) {
      const patch = join(copy.home, 'fix.patch');
      writeFileSync(patch, diff);
      await copy.git(['apply', patch]);
    }
    await internet.open();
    const { status, output } = await buildImage(copy, {
      internet,
      dockerfile: plan.dockerfile,
      context: plan.context,
      tag,
      options: credentials(copy, plan),
    });
    return status === 0
      ? { built: 'builds', ran: await runImage(tag) }
      : { built: 'fails', ran: '–', log: output };
  } finally {
    internet.close();
    copy.dispose();
  }
}

/** The token in every form that a Dockerfile may ask for. */
function credentials(copy, { gitHosts, dockerfile = 'Dockerfile' }) {
  if (!gitHosts) {
    return [];
  }
  const options = ['--build-arg', `GIT_TOKEN=${token}`];
  const ids = copy
    .read(dockerfile)
    .matchAll(/--mount=type=secret,(?:\S+,)?id=(\w+)/g);
  for (const [, id] of ids) {
    const file = join(copy.home, id);
    writeFileSync(
      file,
      id === 'netrc'
        ? `machine go.example.com login ci password ${token}\n`
        : token,
    );
    options.push('--secret', `id=${id},src=${file}`);
  }
  return options;
}
