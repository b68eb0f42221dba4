/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildReplay } from '../cache/BuildReplay';
import { changeKindOf } from '../cache/changeKindOf';
import { ContextReader } from '../cache/ContextState';
import { findGoModules } from '../gomod/findGoModules';
import { joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { findBuildUnits } from '../units/findBuildUnits';
import { BusterCount } from './BusterCount';
import { describeBuild, ReplayedCommit, RerunCount } from './describeReplay';
import { findBusterFix } from './findBusterFix';
import { isExcludedUnit } from '../analysis/isExcludedUnit';
import { priceReplay, roundSeconds } from './priceReplay';
import { ReplayBuild, ReplayReport, ReplayUnit } from './replayTypes';
import { scan, ScanOptions, ScanResult } from './scan';

/** Instructions of a unit that are reported as busters. */
const REPORTED_BUSTERS = 10;

interface UnitHistory {
  replay: BuildReplay;
  builds: ReplayBuild[];
  busters: BusterCount;
  reruns: RerunCount;
}

/**
 * Replays the history of a repository, one commit after another: each Dockerfile
 * is built at each commit, on a builder that keeps every layer. It holds the
 * newest snapshot alone.
 *
 * @public
 */
export class HistoryReplay {
  readonly #options: ScanOptions;
  readonly #units = new Map<string, UnitHistory>();
  readonly #contexts = new ContextReader();
  #commits = 0;
  #newest: Snapshot | undefined;

  constructor(options: ScanOptions = {}) {
    const { dockerfiles } = options;
    this.#options = {
      ...options,
      ...(dockerfiles && {
        dockerfiles: dockerfiles.map(path => joinPath('', path)),
      }),
    };
  }

  /** Builds what a commit has; commits come in order, the oldest first. */
  add(commit: ReplayedCommit): void {
    const { id, snapshot, changedPaths, folder = '' } = commit;
    this.#commits++;
    this.#newest = snapshot;
    const modules = findGoModules(snapshot);
    for (const unit of findBuildUnits(snapshot, {
      ...this.#options,
      modules,
    })) {
      if (!isExcludedUnit(unit, this.#options)) {
        const history = this.#historyOf(unit.id);
        const steps = history.replay.build(unit, {
          commit: id,
          hasGitFolder: folder === '',
        });
        const isFirst = history.builds.length === 0;
        const seconds = priceReplay(steps, { isFirst });
        const kind = changeKindOf(changedPaths, { unit, modules });
        if (!isFirst) {
          history.busters.add(steps, seconds);
          history.reruns.add(steps);
        }
        history.builds.push(
          describeBuild(steps, { commit, unit, kind, seconds }),
        );
      }
    }
  }

  /** What came of it. */
  report(): ReplayReport {
    const newest = this.#newest && scan(this.#newest, this.#options);
    const units = [...this.#units].map(([id, history]) =>
      describeUnit(id, history, newest),
    );
    return {
      commits: this.#commits,
      units: [
        ...units.filter(({ removed }) => !removed),
        ...units.filter(({ removed }) => removed),
      ],
    };
  }

  #historyOf(id: string): UnitHistory {
    let history = this.#units.get(id);
    if (!history) {
      history = {
        replay: new BuildReplay(this.#contexts),
        builds: [],
        busters: new BusterCount(),
        reruns: new RerunCount(),
      };
      this.#units.set(id, history);
    }
    return history;
  }
}

function describeUnit(
  id: string,
  { builds, busters, reruns }: UnitHistory,
  newest: ScanResult | undefined,
): ReplayUnit {
  const matrix = newest?.matrix.units.find(unit => unit.id === id);
  const steps = matrix?.steps ?? [];
  const rebuilds = builds.slice(1);
  return {
    id,
    ...(!matrix && { removed: true as const }),
    steps,
    builds: builds.map(build => ({
      ...build,
      steps: indexSteps(build.steps, steps),
    })),
    hitRate: hitRateOf(rebuilds),
    secondsLost: roundSeconds(
      rebuilds.reduce((sum, { seconds }) => sum + seconds, 0),
    ),
    // Measurements are of the newest Dockerfile, and most builds had another.
    costs: { source: 'published' },
    busters: busters
      .report({ rebuilds: rebuilds.length })
      .slice(0, REPORTED_BUSTERS)
      .map(buster => {
        const fix =
          newest && matrix && findBusterFix(buster, { newest, unit: matrix });
        return { ...buster, ...(fix && { fix }) };
      }),
    changeMix: changeMixOf(rebuilds),
    reruns: reruns.report(),
  };
}

/** With the indexes of the steps that are still there. */
function indexSteps(
  steps: ReplayBuild['steps'],
  newest: ReplayUnit['steps'],
): ReplayBuild['steps'] {
  const indexes = new Map<string, number[]>();
  for (const { index, stage, text } of newest) {
    const key = `${stage} ${text}`;
    indexes.set(key, [...(indexes.get(key) ?? []), index]);
  }
  return steps.map(step => {
    const index = indexes.get(`${step.stage} ${step.text}`)?.shift();
    return { ...(index !== undefined && { index }), ...step };
  });
}

function hitRateOf(builds: readonly ReplayBuild[]): number | null {
  let cacheable = 0;
  let cached = 0;
  for (const build of builds) {
    cacheable += build.cacheable;
    cached += build.cached;
  }
  return cacheable === 0 ? null : cached / cacheable;
}

function changeMixOf(builds: readonly ReplayBuild[]): ReplayUnit['changeMix'] {
  const mix: ReplayUnit['changeMix'] = {};
  for (const { kind } of builds) {
    mix[kind] = (mix[kind] ?? 0) + 1 / builds.length;
  }
  return mix;
}
