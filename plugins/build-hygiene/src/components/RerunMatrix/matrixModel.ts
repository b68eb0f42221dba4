/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MatrixStep } from '@build-hygiene/engine';
import type { EarlierMatrix } from './compareViews';
import { MatrixView, ViewCell, ViewScenario } from './matrixView';

/**
 * What a cell shows, which has the same words in the legend, in labels and in
 * tooltips: `follows` re-runs only because an earlier step does, `not-kept`
 * only because the builder has lost it.
 */
export type CellLook = 'cached' | 'cheaper' | 'reruns' | 'follows' | 'not-kept';

/** A cell with what its neighbours say, which is what makes bars of it. */
export interface ModelCell {
  step: MatrixStep;
  scenario: ViewScenario;
  /** Undefined where the scenario does not apply to the repository. */
  cell?: ViewCell;
  look?: CellLook;
  /** What it was before the fixes, where it was something else. */
  was?: CellLook;
  /** Whether less is done than before the fixes. */
  improved: boolean;
  joinsAbove: boolean;
  joinsBelow: boolean;
}

export interface ModelRow {
  step: MatrixStep;
  /** Over all rows, the row number of the grid. */
  row: number;
  /** Whether the fixes add it. */
  added: boolean;
  cells: ModelCell[];
}

export interface ModelStage {
  name: string;
  rows: ModelRow[];
}

function lookOf(cell: ViewCell): CellLook {
  switch (cell.outcome) {
    case 'cached':
    case 'cheaper':
      return cell.outcome;
    case 'reruns':
      if (cell.builder && cell.builder !== 'mounts-empty') {
        return 'not-kept';
      }
      return cell.cause === 'earlier-step' || cell.cause === 'copied-from'
        ? 'follows'
        : 'reruns';
    default:
      return cell.outcome satisfies never;
  }
}

/** How much of a step's work is done. */
const WORK: Record<CellLook, number> = {
  cached: 0,
  cheaper: 1,
  reruns: 2,
  follows: 2,
  'not-kept': 2,
};

/** A bar is of one making: the commit's, or the builder's. */
function joins(one: CellLook | undefined, other: CellLook | undefined) {
  const makers = [one, other].map(look =>
    look === undefined || look === 'cached' ? undefined : look === 'not-kept',
  );
  return makers[0] !== undefined && makers[0] === makers[1];
}

/** Rows by stage, in file order. */
export function createMatrixModel(
  view: MatrixView,
  earlier?: EarlierMatrix,
): ModelStage[] {
  const looksBefore = new Map(
    earlier?.view.scenarios.map(({ id, cells }) => [
      id,
      new Map(cells.map(cell => [cell.step, lookOf(cell)])),
    ]),
  );
  const cellsByScenario = view.scenarios.map(
    scenario => new Map(scenario.cells.map(cell => [cell.step, cell])),
  );
  const stages: ModelStage[] = [];
  view.steps.forEach((step, row) => {
    const above = view.steps[row - 1];
    const below = view.steps[row + 1];
    const cells = view.scenarios.map((scenario, column): ModelCell => {
      const lookAt = (other: MatrixStep | undefined) => {
        const cell =
          other && other.stage === step.stage
            ? cellsByScenario[column].get(other.index)
            : undefined;
        return cell && lookOf(cell);
      };
      const look = lookAt(step);
      const before = looksBefore
        .get(scenario.id)
        ?.get(earlier?.steps.get(step.index) ?? -1);
      const was = look && before !== look ? before : undefined;
      return {
        was,
        improved:
          look !== undefined && was !== undefined && WORK[look] < WORK[was],
        step,
        scenario,
        cell: cellsByScenario[column].get(step.index),
        look,
        joinsAbove: joins(look, lookAt(above)),
        joinsBelow: joins(look, lookAt(below)),
      };
    });
    const added = earlier !== undefined && !earlier.steps.has(step.index);
    const last = stages[stages.length - 1];
    if (last && last.name === step.stage) {
      last.rows.push({ step, row, added, cells });
    } else {
      stages.push({ name: step.stage, rows: [{ step, row, added, cells }] });
    }
  });
  return stages;
}

/** Whether anything runs only because the builder has lost it. */
export function hasNotKept({ scenarios }: MatrixView): boolean {
  return scenarios.some(({ cells }) =>
    cells.some(cell => lookOf(cell) === 'not-kept'),
  );
}

export interface MatrixHeadline {
  reruns: number;
  total: number;
  /** Undefined when no step downloads modules on its own. */
  modules?: 'reruns' | 'cheaper' | 'cached';
}

/** What the commonest commit, one to the source, does. */
export function sourceHeadline(view: MatrixView): MatrixHeadline | undefined {
  const source = view.scenarios.find(({ id }) => id === 'source');
  if (!source?.applicable || view.steps.length === 0) {
    return undefined;
  }
  const downloads = new Set(
    view.steps
      .filter(({ downloads: fetches }) => fetches)
      .map(({ index }) => index),
  );
  const outcomes = source.cells
    .filter(({ step }) => downloads.has(step))
    .map(({ outcome }) => outcome);
  let modules: MatrixHeadline['modules'];
  if (outcomes.includes('reruns')) {
    modules = 'reruns';
  } else if (outcomes.includes('cheaper')) {
    modules = 'cheaper';
  } else if (outcomes.length > 0) {
    modules = 'cached';
  }
  return { reruns: source.reruns, total: view.steps.length, modules };
}

/**
 * An instruction without the flags of `RUN`, which push the command itself out
 * of sight.
 */
export function shortText(text: string): string {
  return oneLine(text)
    .replace(/^(RUN)((?: --[a-z]+(?:=\S+)?)+) /i, '$1 ')
    .replace(/@sha256:([0-9a-f]{6})[0-9a-f]{58}/, '@sha256:$1…');
}

/** One line of an instruction that may span several. */
export function oneLine(text: string): string {
  return text
    .replace(/\\\r?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
