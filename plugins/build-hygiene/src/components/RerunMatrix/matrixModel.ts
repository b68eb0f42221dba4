/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  MatrixCell,
  MatrixScenario,
  MatrixStep,
  MatrixUnit,
} from '@build-hygiene/engine';

/** A cell with what its neighbours say, which is what makes bars of it. */
export interface ModelCell {
  step: MatrixStep;
  scenario: MatrixScenario;
  /** Undefined where the scenario does not apply to the repository. */
  cell?: MatrixCell;
  /** Re-runs only because an earlier step does, of its stage or another. */
  follows: boolean;
  joinsAbove: boolean;
  joinsBelow: boolean;
}

export interface ModelRow {
  step: MatrixStep;
  /** Over all rows, the row number of the grid. */
  row: number;
  cells: ModelCell[];
}

export interface ModelStage {
  name: string;
  rows: ModelRow[];
}

function isWork(cell: MatrixCell | undefined): boolean {
  return cell !== undefined && cell.outcome !== 'cached';
}

/** Rows by stage, in file order. */
export function createMatrixModel(unit: MatrixUnit): ModelStage[] {
  const cellsByScenario = unit.scenarios.map(
    scenario => new Map(scenario.cells.map(cell => [cell.step, cell])),
  );
  const stages: ModelStage[] = [];
  unit.steps.forEach((step, row) => {
    const above = unit.steps[row - 1];
    const below = unit.steps[row + 1];
    const cells = unit.scenarios.map((scenario, column): ModelCell => {
      const lookup = (other: MatrixStep | undefined) =>
        other && other.stage === step.stage && scenario.applicable
          ? cellsByScenario[column].get(other.index)
          : undefined;
      const cell = lookup(step);
      return {
        step,
        scenario,
        cell,
        follows:
          isWork(cell) &&
          (cell?.cause === 'earlier-step' || cell?.cause === 'copied-from'),
        joinsAbove: isWork(cell) && isWork(lookup(above)),
        joinsBelow: isWork(cell) && isWork(lookup(below)),
      };
    });
    const last = stages[stages.length - 1];
    if (last && last.name === step.stage) {
      last.rows.push({ step, row, cells });
    } else {
      stages.push({ name: step.stage, rows: [{ step, row, cells }] });
    }
  });
  return stages;
}

/** How much of the build a commit of this kind costs. */
export function countReruns(scenario: MatrixScenario): number {
  return scenario.reruns.length;
}

export interface MatrixHeadline {
  reruns: number;
  total: number;
  /** Undefined when no step downloads modules on its own. */
  modules?: 'reruns' | 'cheaper' | 'cached';
}

/** What the commonest commit, one to the source, does. */
export function sourceHeadline(unit: MatrixUnit): MatrixHeadline | undefined {
  const source = unit.scenarios.find(({ id }) => id === 'source');
  if (!source?.applicable || unit.steps.length === 0) {
    return undefined;
  }
  const downloads = new Set(
    unit.steps
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
  return { reruns: countReruns(source), total: unit.steps.length, modules };
}

/**
 * An instruction without the flags of `RUN`, which push the command itself out
 * of sight.
 */
export function shortText(text: string): string {
  return oneLine(text).replace(/^(RUN)((?: --[a-z]+(?:=\S+)?)+) /i, '$1 ');
}

/** One line of an instruction that may span several. */
export function oneLine(text: string): string {
  return text
    .replace(/\\\r?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
