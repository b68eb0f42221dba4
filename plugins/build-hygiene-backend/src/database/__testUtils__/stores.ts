/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  BuildRecord,
  BuildStep,
  Finding,
  Grade,
  MatrixReport,
  ReportedCheck,
  ScanReport,
} from '@build-hygiene/engine';
import { applyMigrations } from '../applyMigrations';
import { BuildStore } from '../BuildStore';
import { CampaignStore } from '../CampaignStore';
import { NoticeStore } from '../NoticeStore';
import { ServiceStore } from '../ServiceStore';
import { SelectedService } from '../types';
import { WaiverStore } from '../WaiverStore';

export const databaseIds: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

export const refOf = (name: string) => `component:default/${name}`;

/** A fresh database with the plugin's tables. */
export async function openStores(databases: TestDatabases, id: TestDatabaseId) {
  const knex = await databases.init(id);
  await applyMigrations(knex);
  return {
    knex,
    services: ServiceStore.create({ knex }),
    builds: BuildStore.create({ knex }),
    notices: NoticeStore.create({ knex }),
    waivers: WaiverStore.create({ knex }),
    campaigns: CampaignStore.create({ knex }),
  };
}

export function selected(
  name: string,
  rest: Partial<SelectedService> = {},
): SelectedService {
  return {
    entityRef: refOf(name),
    settings: { location: `url:https://git.example/${name}` },
    ...rest,
  };
}

export const matrix: MatrixReport = { units: [] };

const finding: Finding = {
  path: 'Dockerfile',
  line: 3,
  endLine: 3,
  message: 'All sources come before the modules',
  excerpt: 'COPY . .',
};

export function failing(
  rule: string,
  severity: ReportedCheck['severity'],
  findings: number = 1,
): ReportedCheck {
  return {
    rule,
    category: 'cache',
    state: 'fail',
    severity,
    title: rule,
    unit: 'Dockerfile',
    delta: 5,
    findings: new Array(findings).fill(finding),
    fix: { available: false, verified: false, scoreAfter: null },
  };
}

export function gradeOf(value: number): Grade {
  const grades = ['F', 'F', 'D', 'C', 'B', 'A'] as const;
  return grades[Math.max(0, Math.floor(value / 10) - 4)] ?? 'A';
}

export function reportOf(
  value: number | null,
  checks: ReportedCheck[] = [],
  rest: Partial<ScanReport['score']> = {},
): ScanReport {
  return {
    schemaVersion: 1,
    rulesetVersion: '1',
    root: '',
    score: {
      status: value === null ? 'not-rated' : 'rated',
      value,
      grade: value === null ? null : gradeOf(value),
      coverage: value === null ? 0.2 : 1,
      gate: checks.some(({ severity }) => severity === 'critical')
        ? 'fail'
        : 'pass',
      raw: value,
      cap: null,
      ...rest,
    },
    units: [],
    modules: [],
    checks,
    errors: [],
  };
}

export function step(
  index: number,
  state: BuildStep['state'],
  rest: Partial<BuildStep> = {},
): BuildStep {
  return {
    id: `#${index}`,
    name: `[build ${index}/9] RUN step ${index}`,
    stage: 'build',
    index,
    total: 9,
    instruction: 'RUN',
    state,
    seconds: state === 'executed' ? 10 : 0,
    internal: false,
    ...rest,
  };
}

/** A successful build with so many cached and executed steps. */
export function recordOf(
  cached: number,
  executed: number,
  rest: Partial<BuildRecord> = {},
): BuildRecord {
  const steps = Array.from({ length: cached + executed }, (_, index) =>
    step(index + 1, index < cached ? 'cached' : 'executed'),
  );
  return {
    format: 'buildkit-plain',
    outcome: 'success',
    steps,
    cache: {
      cacheable: cached + executed,
      cached,
      hitRate: cached / (cached + executed),
    },
    failure: null,
    warnings: [],
    ...rest,
  };
}
