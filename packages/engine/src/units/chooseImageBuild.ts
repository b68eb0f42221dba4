/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageBuild, ImageBuildSource, NamedContext } from '../ci/types';
import { stageGraph } from '../dockerfile/stageGraph';
import { Dockerfile } from '../dockerfile/types';
import { isBelow } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { isDevelopmentName } from './isDevelopmentName';

/** How the files of a repository say that a Dockerfile is built. */
export interface ChosenBuild {
  /** Folders that are the context in one build or another, the likeliest first. */
  folders: string[];
  /** Undefined for the last stage. */
  target?: string;
  /** Those with a value that is known. */
  buildArguments: Record<string, string>;
  /** Those of changes to a branch that are the same for all of them. */
  branchArguments: readonly string[];
  /** Those of the likeliest build. */
  namedContexts: readonly NamedContext[];
}

/** What runs a build tells more of it than what describes one for anybody. */
const sources: readonly ImageBuildSource[] = ['pipeline', 'bake', 'compose'];

/**
 * Chooses among the builds of a Dockerfile: one of a pipeline, else one of a
 * bake file, else one of a compose file. Of several, one that is not for
 * development or tests, that pushes its image, and that builds the last stage.
 */
export function chooseImageBuild(
  dockerfile: Dockerfile,
  { builds, tree }: { builds: readonly ImageBuild[]; tree: Snapshot['tree'] },
): ChosenBuild | undefined {
  const { path, stages } = dockerfile;
  const own = builds.filter(
    build =>
      build.dockerfile === path &&
      build.context !== undefined &&
      tree.some(entry => isBelow(build.context ?? '', entry.path)),
  );
  const candidates = sources
    .map(source => own.filter(build => build.source === source))
    .find(({ length }) => length > 0);
  if (!candidates) {
    return undefined;
  }
  const ranked = rankBuilds(candidates);
  const [best] = ranked;
  const targets = new Set(candidates.map(({ target }) => target));
  // A stage that is built in between, as for its tests, is not the image.
  const isImage =
    best.push === true || (targets.size === 1 && !best.unknownTarget);
  const isStage = stages.some(
    ({ name }) => name?.toLowerCase() === best.target?.toLowerCase(),
  );
  return {
    namedContexts: best.namedContexts,
    folders: [...new Set(ranked.flatMap(({ context }) => context ?? []))],
    ...(isImage &&
      isStage &&
      !isForDevelopment(best) &&
      !isWorkedIn(best, dockerfile) && { target: best.target }),
    // What only releases start has another tag each time.
    branchArguments: best.onChange ? best.branchArguments : [],
    buildArguments: Object.fromEntries(
      Object.entries(best.buildArguments).flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [[name, value]],
      ),
    ),
  };
}

/**
 * Whether a compose file builds a stage that the last one takes from without
 * standing on it: it is for its tools, as in a service that mounts the sources.
 */
function isWorkedIn(
  { source, target: name }: ImageBuild,
  dockerfile: Dockerfile,
): boolean {
  if (source !== 'compose' || name === undefined) {
    return false;
  }
  const { target, reachable, bases } = stageGraph(dockerfile);
  const named = reachable.find(
    stage => stage.name?.toLowerCase() === name.toLowerCase(),
  );
  let below = target;
  while (below !== undefined && below !== named) {
    below = bases.get(below);
  }
  return named !== undefined && below === undefined;
}

function rankBuilds(builds: readonly ImageBuild[]): ImageBuild[] {
  const cost = (build: ImageBuild) =>
    [
      isForDevelopment(build),
      build.push !== true,
      build.target !== undefined || build.unknownTarget,
      !build.onChange,
    ].reduce((sum, isWorse) => sum * 2 + (isWorse ? 1 : 0), 0);
  // Sorting keeps the order of what is equal.
  return [...builds].sort((a, b) => cost(a) - cost(b));
}

function isForDevelopment({ target }: ImageBuild): boolean {
  return target !== undefined && isDevelopmentName(target);
}
