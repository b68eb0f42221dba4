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

describe('the examples with their recorded builds', () => {
  it.each([
    ['shipping-rates', 'exemplary', 'partial'],
    ['orders', 'monorepo', 'partial'],
    ['driver-routes', 'ci-cached', 'pending'],
    ['label-printer', 'private-modules-right', 'pending'],
    ['claims', 'vendored', 'pending'],
  ])(
    '%s loses points to the hit rate alone, and only when ten count',
    async (service, folder, state) => {
      const snapshot = await readLocalSnapshot(resolve(examplesRoot, folder));
      const options = annotatedOptions(service, folder);
      const { report } = scan(snapshot, {
        ...options,
        measured: measure(service),
      });

      const open = report.checks.filter(
        check => check.state !== 'pass' && check.state !== 'not-applicable',
      );
      expect(open).toMatchObject([{ rule: 'cache/hit-rate', state }]);
      expect(report.score.grade).toBe('A');
      if (state === 'pending') {
        expect(report.score.value).toBe(100);
      } else {
        expect(report.score.value).toBeLessThan(100);
        expect(report.score.value).toBeGreaterThanOrEqual(95);
      }
    },
  );
});
