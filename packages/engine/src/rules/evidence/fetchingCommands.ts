/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoStepEnvironment, readGoSteps } from '../../environment/readGoSteps';
import { Instruction, Stage } from '../../dockerfile/types';
import { UnitSubject } from '../types';
import { fetchesModules } from './fetchesModules';
import { stageChains } from './finalImage';

/** Verbs that fetch what is not in the module cache. */
const fetchingVerbs =
  /^(?:build|get|install|list|mod (?:download|tidy|vendor|why|graph)|run|test|vet)$/;

/**
 * The go commands that fetch the modules of a unit: the first ones of their
 * stages, as what comes after them finds the modules in the module cache. None
 * in a unit with vendored modules, and none in a stage that gets its module
 * cache from elsewhere.
 */
export function fetchingCommands({
  unit,
  model,
  snapshot,
}: UnitSubject): GoStepEnvironment[] {
  const isVendored = unit.modules.some(({ path }) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const list = `${folder}vendor/modules.txt`;
    return snapshot.tree.some(entry => entry.path === list);
  });
  if (isVendored) {
    return [];
  }
  const fetching = new Set<Instruction>(
    model.steps.filter(fetchesModules).map(({ instruction }) => instruction),
  );
  const chains = stageChains(unit);
  const done = new Set<Stage>();
  return readGoSteps(unit).filter(({ stage, instruction, verb, command }) => {
    if (
      !fetching.has(instruction) ||
      !fetchingVerbs.test(verb) ||
      command.arguments.some(({ text }) => /^--?mod=vendor$/.test(text)) ||
      isGivenModules(stage, instruction) ||
      // `go install example.com/tool@v1.2.3` is not about the unit's modules.
      command.arguments.some(({ text }) => text.includes('@'))
    ) {
      return false;
    }
    const stages = chains.get(stage)?.stages ?? [stage];
    if (stages.some(other => done.has(other))) {
      return false;
    }
    done.add(stage);
    return true;
  });
}

/** Whether an instruction above copies a module cache. */
function isGivenModules(stage: Stage, instruction: Instruction): boolean {
  return stage.instructions.some(
    ({ keyword, text, span }) =>
      (keyword === 'COPY' || keyword === 'ADD') &&
      span.start < instruction.span.start &&
      /pkg\/mod|(?:^|\s)\/go\/?(?:\s|$)/.test(text),
  );
}
