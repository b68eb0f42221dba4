/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildFileKind } from '../snapshot/buildFileKind';
import { comparePaths } from '../snapshot/comparePaths';
import { folderOf } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { DefinedBuild } from './DefinedBuild';
import { Definitions } from './Definitions';
import { placeBuild } from './placeBuild';
import { documentsOf } from './documentsOf';
import { readGitLab } from './readGitLab';
import {
  calledWorkflows,
  PipelineSurroundings,
  readWorkflow,
} from './readWorkflow';
import { YamlValue } from './readYaml';
import { ImageBuild, ImageBuildSource } from './types';

const MAXIMUM_PIPELINES = 500;
const known = new WeakMap<Snapshot, ImageBuild[]>();

/**
 * How the images of a repository are built, as its workflows, compose files and
 * bake files say; sorted by path and line.
 *
 * @public
 */
export function readImageBuilds(snapshot: Snapshot): ImageBuild[] {
  let builds = known.get(snapshot);
  if (!builds) {
    builds = readAll(snapshot);
    known.set(snapshot, builds);
  }
  return builds;
}

function readAll(snapshot: Snapshot): ImageBuild[] {
  const definitions = new Definitions(snapshot);
  const paths = new Set(snapshot.tree.map(({ path }) => path));
  const hasFile = (path: string) => paths.has(path);
  const pipelines = [...snapshot.files]
    .filter(([path]) => buildFileKind(path) === 'workflow')
    .slice(0, MAXIMUM_PIPELINES);
  const workflows = pipelines
    .filter(([path]) => isWorkflow(path))
    .map(([path]) => [path, documentsOf(snapshot, path)] as const);
  const surroundings: PipelineSurroundings = {
    definitions,
    hasFile,
    calledOnChange: findCalledOnChange(
      workflows.map(([, documents]) => documents),
    ),
  };
  const builds = [
    ...workflows.flatMap(([path, documents]) =>
      readWorkflow(path, documents, surroundings),
    ),
    ...pipelines
      .filter(([path]) => isGitLab(path))
      .flatMap(([path]) =>
        readGitLab(path, documentsOf(snapshot, path), surroundings),
      ),
    ...definitions.composeBuilds.map(build =>
      placeDefinition(build, { source: 'compose', hasFile }),
    ),
    ...definitions.bakeBuilds.map(build =>
      placeDefinition(build, { source: 'bake', hasFile }),
    ),
  ];
  return builds.sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line);
}

function isWorkflow(path: string): boolean {
  return /^\.(?:github|gitea|forgejo)\/workflows\//.test(path);
}

function isGitLab(path: string): boolean {
  return /(?:^|\/)\.gitlab(?:-ci[^/]*\.ya?ml$|\/)/.test(path);
}

/** A description says nothing of who runs it. */
function placeDefinition(
  { path, line, draft }: DefinedBuild,
  {
    source,
    hasFile,
  }: { source: ImageBuildSource; hasFile: (path: string) => boolean },
): ImageBuild {
  return placeBuild(
    draft,
    {
      path,
      line,
      source,
      runner: 'unknown',
      remoteBuilder: false,
      cacheMountsKept: false,
      startsEmpty: false,
      onChange: false,
    },
    { folder: folderOf(path), hasFile },
  );
}

function findCalledOnChange(
  workflows: readonly (readonly YamlValue[])[],
): ReadonlySet<string> {
  const called = new Set<string>();
  for (const documents of workflows) {
    const workflow = calledWorkflows(documents);
    if (workflow.onChange) {
      workflow.called.forEach(path => called.add(path));
    }
  }
  return called;
}
