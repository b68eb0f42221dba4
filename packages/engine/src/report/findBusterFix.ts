/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isModuleFile } from '../cache/goInputs';
import { describeRule } from '../rules/describeRule';
import { rules } from '../rules/catalogue';
import { MatrixUnit, ReportedCheck } from './types';
import { ReplayBuster } from './replayTypes';
import { ScanResult } from './scan';

/** Rules about what makes steps run; a cache mount only makes that cheaper. */
const ENDING_RULES: ReadonlySet<string> = new Set([
  'cache/commit-busts',
  'cache/deps-before-source',
  'cache/packages-after-source',
  'cache/unrelated-change-busts',
  'context/dockerignore-missing',
]);

/**
 * The rule whose fix ends a buster, or moves the costly work out of its reach: a
 * rule that the newest commit breaks, at the step itself, or else by the kind of cause. A
 * buster that the Dockerfile no longer has needs no fix.
 */
export function findBusterFix(
  { text, stage, causes }: Omit<ReplayBuster, 'fix'>,
  { newest, unit }: { newest: ScanResult; unit: MatrixUnit },
): ReplayBuster['fix'] {
  const step = unit.steps.find(
    candidate => candidate.stage === stage && candidate.text === text,
  );
  if (!step) {
    return undefined;
  }
  const broken = newest.report.checks.filter(
    check =>
      check.state === 'fail' &&
      check.unit === unit.id &&
      ENDING_RULES.has(check.rule),
  );
  const isAbout = ({ findings }: ReportedCheck) =>
    findings.some(
      ({ path, line, endLine }) =>
        path === unit.id && line <= step.line && step.line <= endLine,
    );
  const byRule = (id: string) => broken.find(({ rule }) => rule === id);
  const main = causes.at(0);
  const everyCommit = unit.scenarios.find(({ id }) => id === 'commit-only');
  const byCommit =
    everyCommit?.reruns.includes(step.index) === true &&
    (main?.kind === 'argument' || /(?:^|\/)\.git\//.test(main?.name ?? ''));
  const check =
    (byCommit ? byRule('cache/commit-busts') : undefined) ??
    broken.find(isAbout) ??
    // That another go.mod has the modules downloaded is as it should be.
    (step.kind === 'copy' && main?.kind === 'files' && !isModuleFile(main.name)
      ? byRule('cache/deps-before-source') ??
        byRule('cache/unrelated-change-busts') ??
        byRule('context/dockerignore-missing')
      : undefined);
  const rule = rules.find(({ id }) => id === check?.rule);
  if (!rule) {
    return undefined;
  }
  const { id, title, howToFix } = describeRule(rule);
  return { rule: id, title: title.fail, howToFix };
}
