/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '@build-hygiene/engine';

export interface TimelineStep {
  step: BuildStep;
  /** Of the whole width, 0..1. */
  start: number;
  width: number;
}

export interface TimelineLane {
  /** Undefined for steps outside any stage. */
  stage?: string;
  seconds: number;
  steps: TimelineStep[];
}

export interface Timeline {
  lanes: TimelineLane[];
  internal: BuildStep[];
  internalSeconds: number;
  /** What the full width stands for. */
  seconds: number;
  /** Bars start when their step did; otherwise one after the other. */
  timed: boolean;
}

function laneName(step: BuildStep): string | undefined {
  if (step.stage === undefined) {
    return step.platform;
  }
  return step.platform ? `${step.stage} · ${step.platform}` : step.stage;
}

/** Cached steps are logged in any order; the Dockerfile has the true one. */
function sortByIndex(steps: readonly BuildStep[]): BuildStep[] {
  return [...steps].sort(
    (left, right) => (left.index ?? 0) - (right.index ?? 0),
  );
}

/**
 * Lanes by stage, in the order of their first steps. Logs without start times
 * get bars one after the other within their lane: lengths are true, places
 * are not.
 */
export function createTimeline(steps: readonly BuildStep[]): Timeline {
  const shown = steps.filter(({ internal }) => !internal);
  const internal = steps.filter(step => step.internal);
  const timed =
    shown.length > 0 &&
    shown.every(
      step => step.startedAt !== undefined || step.seconds === undefined,
    ) &&
    shown.some(step => step.startedAt !== undefined);

  const groups = new Map<string | undefined, BuildStep[]>();
  for (const step of shown) {
    const name = laneName(step);
    const group = groups.get(name);
    if (group) {
      group.push(step);
    } else {
      groups.set(name, [step]);
    }
  }

  const sum = (list: readonly BuildStep[]) =>
    list.reduce((total, { seconds = 0 }) => total + seconds, 0);
  const ends = shown.map(
    ({ startedAt = 0, seconds = 0 }) => startedAt + seconds,
  );
  const seconds = timed
    ? Math.max(...ends, 0)
    : Math.max(...[...groups.values()].map(sum), 0);

  const lanes = [...groups].map(([stage, group]): TimelineLane => {
    let at = 0;
    return {
      stage,
      seconds: sum(group),
      steps: (timed ? group : sortByIndex(group)).map(step => {
        const begin = timed ? step.startedAt ?? 0 : at;
        at += step.seconds ?? 0;
        return {
          step,
          start: seconds === 0 ? 0 : begin / seconds,
          width: seconds === 0 ? 0 : (step.seconds ?? 0) / seconds,
        };
      }),
    };
  });
  return {
    lanes,
    internal,
    internalSeconds: sum(internal),
    seconds,
    timed,
  };
}

/** `[build 3/7] RUN go build` without the bracket, which the lane says. */
export function stepTitle(step: BuildStep): string {
  return step.name.replace(/^\[[^\]]*\]\s*/, '');
}
