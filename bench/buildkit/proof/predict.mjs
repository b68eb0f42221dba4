/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { loadPackage } from '../../loadPackage.mjs';

const { BuildReplay, findBuildUnits, findGoModules, readBuildLogText } =
  loadPackage('engine');
const { readHistory } = loadPackage('local-snapshot');

/** Logs may leave out the name of a stage that is the only one. */
function stageName({ name, index }, { stages }) {
  return stages.length === 1 ? 'stage-0' : name ?? `stage-${index}`;
}

/** FROM is the first step of a stage in a log, unless it names no image. */
function firstIndex({ base, index }, { dockerfile, namedContexts }) {
  const isStage = dockerfile.stages
    .slice(0, index)
    .some(({ name }) => name === base.toLowerCase());
  const isContext = namedContexts.some(({ name }) => name === base);
  return isStage || isContext || base === 'scratch' ? 1 : 2;
}

/** What the model says of each step of one build. */
export class Prediction {
  #replay = new BuildReplay();

  constructor({ dockerfile = 'Dockerfile', context, target, namedContexts }) {
    this.options = {
      dockerfiles: [dockerfile],
      context: context ?? '',
      target,
      namedContexts,
    };
  }

  /** Of the commit that is checked out. */
  async predict(folder, { buildArguments }) {
    for await (const { id, snapshot } of readHistory(folder, { commits: 1 })) {
      const [unit] = findBuildUnits(snapshot, {
        ...this.options,
        modules: findGoModules(snapshot),
        buildArguments,
      });
      const steps = this.#replay.build(unit, { commit: id });
      const originals = new Set(steps.map(({ sameAs }) => sameAs));
      return inPlaces(
        steps.map(({ step, cached, cause, sameAs }) => ({
          stage: stageName(step.stage, unit.dockerfile),
          first: firstIndex(step.stage, unit),
          text: `${step.instruction.keyword} ${step.instruction.text}`,
          cached,
          cause,
          // The builder knows the two as one, under either name.
          shared: sameAs !== undefined || originals.has(step.index),
        })),
      );
    }
    throw new Error('there is no commit');
  }
}

/**
 * What the builder's log says of each step. A linked copy counts as cached when
 * its files were not copied again; the merge behind it, which copies nothing,
 * runs whenever the layer below is another one.
 */
export function readOutcome(log, { isOnly }) {
  const { steps, outcome } = readBuildLogText(log);
  const linked = linkedFromCache(log);
  return {
    outcome,
    steps: inPlaces(
      steps
        .filter(
          ({ internal, instruction }) => !internal && instruction !== 'FROM',
        )
        .map(({ stage, index, name, state }) => ({
          stage: isOnly || stage === undefined ? 'stage-0' : stage,
          index,
          text: name,
          cached: state === 'cached' || linked.has(name),
        })),
    ),
  };
}

/** Names of copies that are in the cache, before what merges them. */
function linkedFromCache(log) {
  const names = new Set();
  for (const line of log.split('\n').filter(text => text.startsWith('{'))) {
    for (const vertex of JSON.parse(line).vertexes ?? []) {
      if (vertex.cached && vertex.progressGroup?.weak) {
        names.add(vertex.name);
      }
    }
  }
  return names;
}

/** Steps by stage and position in it, which both sides count alike. */
function inPlaces(steps) {
  const places = new Map();
  const counts = new Map();
  for (const step of steps) {
    const index = step.index ?? (counts.get(step.stage) ?? step.first - 1) + 1;
    counts.set(step.stage, index);
    places.set(`${step.stage} ${index}`, step);
  }
  return places;
}
