/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CacheModel,
  Cause,
  Scenario,
  ScenarioId,
  Step,
  StepVerdict,
} from '../../cache/types';
import { once } from './once';

/** A step that re-runs in a scenario, with what set it off. */
export interface Rerun {
  step: Step;
  verdict: StepVerdict;
  /** The first step of the chain of causes; the step itself if it is that. */
  origin: Step;
  /** Why the origin re-runs. */
  cause?: Cause;
}

/** What a kind of commit makes the steps do. */
export interface ScenarioReruns {
  scenario: Scenario;
  reruns: readonly Rerun[];
}

const rerunsByScenario = once(readReruns);

/** The steps that re-run in a scenario; `undefined` if it cannot happen here. */
export function scenarioReruns(
  model: CacheModel,
  id: ScenarioId,
): ScenarioReruns | undefined {
  return rerunsByScenario(model).get(id);
}

function readReruns({
  steps: all,
  scenarios,
}: CacheModel): ReadonlyMap<ScenarioId, ScenarioReruns> {
  const steps = new Map(all.map(step => [step.index, step]));
  const found = new Map<ScenarioId, ScenarioReruns>();
  for (const { scenario, verdicts: list } of scenarios) {
    if (!scenario.applicable) {
      continue;
    }
    const verdicts = new Map(list.map(verdict => [verdict.step, verdict]));
    const reruns: Rerun[] = [];
    for (const verdict of list) {
      const step = steps.get(verdict.step);
      if (step && verdict.reruns) {
        const end = followCauses(verdict, verdicts);
        reruns.push({
          step,
          verdict,
          origin: steps.get(end.step) ?? step,
          cause: end.cause,
        });
      }
    }
    found.set(scenario.id, { scenario, reruns });
  }
  return found;
}

/** From effect to cause, up to the step that a file or a value sets off. */
function followCauses(
  verdict: StepVerdict,
  verdicts: ReadonlyMap<number, StepVerdict>,
): StepVerdict {
  const seen = new Set<number>();
  let current = verdict;
  while (!seen.has(current.step)) {
    seen.add(current.step);
    const { cause } = current;
    const next =
      cause?.kind === 'earlier-step' || cause?.kind === 'copied-from'
        ? verdicts.get(cause.step)
        : undefined;
    if (!next) {
      break;
    }
    current = next;
  }
  return current;
}

/** The first words of a step, for messages: `COPY . .`. */
export function shortStep({ instruction }: Step): string {
  const text = instruction.text.replace(/\s+/g, ' ');
  const flags = instruction.flags.some(({ name }) => name === 'mount')
    ? ' --mount=…'
    : '';
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return `\`${instruction.keyword}${flags} ${short}\``;
}

/** `step (line 4)`, for messages. */
export function stepPlace(step: Step): string {
  return `${shortStep(step)} (line ${step.instruction.line})`;
}
