/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuilderProfile,
  BuilderProfileKind,
  MatrixCell,
  MatrixProfileScenario,
  MatrixScenario,
  MatrixStep,
  MatrixUnit,
} from '@build-hygiene/engine';

/**
 * What the builder adds to what the commit does:
 *
 * - `pulls-image`, `starts-empty`: it keeps nothing, so even what the commit
 *   leaves alone runs;
 * - `final-stage-only`: its remote cache has no layer of this stage;
 * - `mounts-empty`: the step re-runs, and its cache mounts do not help.
 */
export type BuilderEffect =
  | 'pulls-image'
  | 'starts-empty'
  | 'final-stage-only'
  | 'mounts-empty';

export interface ViewCell extends MatrixCell {
  builder?: BuilderEffect;
}

export interface ViewScenario extends Omit<MatrixScenario, 'cells' | 'reruns'> {
  cells: ViewCell[];
  /** How many steps run. */
  reruns: number;
  seconds?: number;
}

/** The matrix of a Dockerfile as it is on one kind of builder. */
export interface MatrixView {
  steps: MatrixStep[];
  scenarios: ViewScenario[];
  predictedHitRate?: number;
  expectedSeconds?: number;
  /** Whether seconds are published ones, not measured at this service. */
  estimated: boolean;
  builder?: {
    shown: BuilderProfileKind;
    own: BuilderProfile;
    kinds: BuilderProfileKind[];
  };
}

/** Whether builds of the service tell what steps take. */
export function hasMeasuredSteps({ steps }: MatrixView): boolean {
  return steps.some(({ measuredSeconds }) => measuredSeconds !== undefined);
}

/** Reports that were stored by earlier versions know no builders. */
type BuilderPart = Pick<MatrixUnit, 'profile' | 'profiles' | 'costs'>;

/**
 * The matrix on the wanted kind of builder, or on the unit's own where none is
 * wanted or the wanted one is not known.
 */
export function createMatrixView(
  unit: MatrixUnit,
  wanted?: string | null,
): MatrixView {
  const { profile, profiles, costs }: Partial<BuilderPart> = unit;
  const shown =
    profile &&
    (profiles?.find(({ kind }) => kind === wanted) ??
      profiles?.find(({ kind }) => kind === profile.kind));
  if (!profile || !profiles || !shown) {
    return {
      steps: unit.steps,
      scenarios: unit.scenarios.map(scenario => viewScenario(unit, scenario)),
      predictedHitRate: unit.predictedHitRate ?? undefined,
      estimated: false,
    };
  }
  const columns = new Map(shown.scenarios.map(column => [column.id, column]));
  return {
    steps: unit.steps,
    scenarios: unit.scenarios.map(scenario =>
      viewScenario(unit, scenario, {
        kind: shown.kind,
        column: columns.get(scenario.id),
      }),
    ),
    predictedHitRate: shown.predictedHitRate ?? undefined,
    expectedSeconds: shown.expectedSeconds ?? undefined,
    estimated: costs?.source !== 'measured',
    builder: {
      shown: shown.kind,
      own: profile,
      kinds: profiles.map(({ kind }) => kind),
    },
  };
}

function viewScenario(
  unit: MatrixUnit,
  scenario: MatrixScenario,
  builder?: { kind: BuilderProfileKind; column?: MatrixProfileScenario },
): ViewScenario {
  const known = new Map(scenario.cells.map(cell => [cell.step, cell]));
  const cells = scenario.applicable
    ? unit.steps.flatMap((step, at): ViewCell[] => {
        const cell = known.get(step.index);
        if (!cell) {
          return [];
        }
        const outcome = builder?.column?.outcomes[at] ?? cell.outcome;
        const effect =
          builder && effectOf({ step, cell, outcome, kind: builder.kind });
        return [{ ...cell, outcome, ...(effect && { builder: effect }) }];
      })
    : [];
  return {
    id: scenario.id,
    applicable: scenario.applicable,
    changed: scenario.changed,
    cells,
    reruns: cells.filter(({ outcome }) => outcome !== 'cached').length,
    seconds: scenario.applicable ? builder?.column?.seconds : undefined,
  };
}

/**
 * The cells of a report are those of a builder that keeps everything; what
 * differs from them is the builder's doing.
 */
function effectOf(options: {
  step: MatrixStep;
  cell: MatrixCell;
  outcome: MatrixCell['outcome'];
  kind: BuilderProfileKind;
}): BuilderEffect | undefined {
  const { step, cell, outcome, kind } = options;
  if (cell.outcome === outcome || outcome === 'cached') {
    return undefined;
  }
  if (cell.outcome !== 'cached') {
    return outcome === 'reruns' ? 'mounts-empty' : undefined;
  }
  switch (kind) {
    case 'remote-min':
      return 'final-stage-only';
    case 'ephemeral':
      return step.kind === 'base' ? 'pulls-image' : 'starts-empty';
    case 'warm':
    case 'remote-max':
      return undefined;
    default:
      return kind satisfies never;
  }
}
