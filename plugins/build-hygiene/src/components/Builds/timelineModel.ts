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
  /** Of its bar, what moving layers took, 0..1. */
  transfer: number;
}

export interface TimelineLane {
  /** Undefined for steps outside any stage. */
  stage?: string;
  seconds: number;
  steps: TimelineStep[];
}

export interface Timeline {
  lanes: TimelineLane[];
  internal: TimelineStep[];
  internalSeconds: number;
  /** What the full width stands for. */
  seconds: number;
  /** Bars start when their step did; otherwise one after the other. */
  timed: boolean;
}

/** The stage, and its platform where a build is for several. */
export function laneName(step: BuildStep): string | undefined {
  if (step.stage === undefined) {
    return step.platform;
  }
  return step.platform ? `${step.stage} · ${step.platform}` : step.stage;
}

/** Steps are logged in any order; the Dockerfile has the true one. */
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

  const place = (step: BuildStep, begin: number): TimelineStep => ({
    step,
    start: seconds === 0 ? 0 : Math.min(begin / seconds, 1),
    width: seconds === 0 ? 0 : Math.min((step.seconds ?? 0) / seconds, 1),
    transfer: transferShare(step),
  });
  const lanes = [...groups].map(([stage, group]): TimelineLane => {
    let at = 0;
    return {
      stage,
      seconds: sum(group),
      steps: sortByIndex(group).map(step => {
        const begin = timed ? step.startedAt ?? 0 : at;
        at += step.seconds ?? 0;
        return place(step, begin);
      }),
    };
  });
  return {
    lanes,
    internal: internal.map(step => place(step, 0)),
    internalSeconds: sum(internal),
    seconds,
    timed,
  };
}

/** The seconds of a hit are those of its layers. */
function transferShare({ state, seconds = 0, transferSeconds }: BuildStep) {
  if (seconds === 0) {
    return 0;
  }
  const moved = transferSeconds ?? (state === 'cached' ? seconds : 0);
  return Math.min(moved / seconds, 1);
}

/** `[build 3/7] RUN go build` without the bracket, which the lane says. */
export function stepTitle(step: BuildStep): string {
  return step.name.replace(/^\[[^\]]*\]\s*/, '');
}
