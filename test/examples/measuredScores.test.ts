/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  MeasuredBuilds,
  readBuildLogText,
  scan,
} from '@build-hygiene/engine';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { annotatedOptions, examplesRoot } from './annotatedOptions';

/** The figures that the portal takes from a service's recorded builds. */
function measure(service: string): MeasuredBuilds {
  const folder = resolve(examplesRoot, 'builds', service);
  const recorded: { file: string; branch: string }[] = JSON.parse(
    readFileSync(resolve(folder, 'builds.json'), 'utf8'),
  );
  const builds = recorded
    .filter(({ branch }) => branch === 'main')
    .map(({ file }) => readBuildLogText(readFileSync(resolve(folder, file))))
    .filter(({ outcome }) => outcome === 'success');
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    builds: builds.length,
    hitRate:
      sum(builds.map(({ cache }) => cache.cached)) /
      sum(builds.map(({ cache }) => cache.cacheable)),
  };
}

/** The score, and the checks that do not pass. */
async function scanMeasured(service: string, folder: string) {
  const snapshot = await readLocalSnapshot(resolve(examplesRoot, folder));
  const options = annotatedOptions(service, folder);
  const { report } = scan(snapshot, {
    ...options,
    measured: measure(service),
  });
  const open = report.checks.filter(
    check => check.state !== 'pass' && check.state !== 'not-applicable',
  );
  return { score: report.score, open };
}

describe('the examples with their recorded builds', () => {
  it.each([
    ['shipping-rates', 'exemplary'],
    ['orders', 'monorepo'],
  ])('%s loses points to the hit rate alone', async (service, folder) => {
    const { score, open } = await scanMeasured(service, folder);
    expect(open).toMatchObject([{ rule: 'cache/hit-rate', state: 'partial' }]);
    expect(score.grade).toBe('A');
    expect(score.value).toBeLessThan(100);
    expect(score.value).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ['driver-routes', 'ci-cached'],
    ['label-printer', 'private-modules-right'],
    ['claims', 'vendored'],
  ])('%s loses none before ten builds count', async (service, folder) => {
    const { score, open } = await scanMeasured(service, folder);
    expect(open).toMatchObject([{ rule: 'cache/hit-rate', state: 'pending' }]);
    expect(score.grade).toBe('A');
    expect(score.value).toBe(100);
  });
});
