/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  emptyBuilder,
  engineDirectory,
  engineEnvironment,
  moduleFolder,
} from '../lib/engine.mjs';
import { capture } from '../lib/processes.mjs';
import { provideBaseImages } from '../lib/standInImages.mjs';
import { StandInInternet } from '../lib/standInInternet.mjs';
import { WorkingCopy } from '../lib/workingCopy.mjs';
import { privateHost } from '../services/privateModule.mjs';
import { loadPackage } from '../../loadPackage.mjs';

const { readBuildLogText } = loadPackage('engine');
const service = fileURLToPath(new URL('../proof/service', import.meta.url));

/** The logs that a builder writes of the same failure. */
export const progresses = ['plain', 'rawjson'];

/** Makes a build fail, and reads why in each of its logs. */
export async function runFailure(plan) {
  const copy = new WorkingCopy(service);
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
    gitHosts: plan.gitHosts && (await privateHost(copy)),
    fault: plan.fault,
  });
  try {
    copy.write('Dockerfile', plan.dockerfile);
    plan.change?.(copy);
    await internet.open();
    if (!plan.isPulled) {
      await provideBaseImages(plan.dockerfile);
    }
    const readings = [];
    for (const progress of progresses) {
      await emptyBuilder();
      const { status, output } = await build(plan, {
        copy,
        internet,
        progress,
      });
      const reading = readBuildLogText(output);
      readings.push({ progress, status, output, ...reading });
    }
    return readings;
  } finally {
    internet.close();
    copy.dispose();
  }
}

function build(plan, { copy, internet, progress }) {
  const hosts = Object.entries(plan.hosts ?? {}).flatMap(([name, address]) => [
    '--add-host',
    `${name}:${address}`,
  ]);
  return capture(
    'docker',
    [
      ...['buildx', 'build', `--progress=${progress}`, '--network=host'],
      ...[...internet.buildOptions, ...hosts],
      ...[...(plan.options ?? []), '.'],
    ],
    { cwd: copy.root, env: engineEnvironment },
  );
}
