/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { resolvePath } from '../ci/placeBuild';
import { readImageBuilds } from '../ci/readImageBuilds';
import { ImageBuild } from '../ci/types';
import { readBuildContext } from '../context/readBuildContext';
import { BuildContext } from '../context/types';
import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { stageGraph } from '../dockerfile/stageGraph';
import { findGoModules } from '../gomod/findGoModules';
import { GoModule } from '../gomod/types';
import { buildFileKind } from '../snapshot/buildFileKind';
import { Snapshot } from '../snapshot/types';
import { builtModules } from './builtModules';
import { chooseContext } from './chooseContext';
import { ChosenBuild, chooseImageBuild } from './chooseImageBuild';
import { contextCopies, selectionOf } from './contextCopies';
import { folderContexts, takenFromNamedContexts } from './namedContexts';
import { resolveNamedContexts } from './resolveNamedContexts';
import { BuildUnit } from './types';
import { unitGraph } from './unitGraph';

/**
 * How a repository is built, as far as its owner says.
 *
 * @public
 */
export interface BuildUnitOptions {
  /** Repository paths of Dockerfiles. Default: all that have such a name. */
  dockerfiles?: readonly string[];
  /**
   * Folder of the build context, `.` for the repository. Default: what a
   * workflow, bake file or compose file says, else guessed from what is copied.
   */
  context?: string;
  /** Target stage. Default: what such a file says, else the last one. */
  target?: string;
  /** Values of build arguments that the build is known to get. */
  buildArguments?: Readonly<Record<string, string>>;
  /**
   * Named contexts by name, as `--build-context` has them at the root of the
   * repository: a folder, `docker-image://…`, an address. They add to those that
   * such a file gives.
   */
  namedContexts?: Readonly<Record<string, string>>;
  /** The modules of the snapshot, where they are read already. */
  modules?: readonly GoModule[];
}

/**
 * The build units of a repository, sorted by the Dockerfile's path.
 *
 * @public
 */
export function findBuildUnits(
  snapshot: Snapshot,
  options: BuildUnitOptions = {},
): BuildUnit[] {
  const modules = options.modules ?? findGoModules(snapshot);
  const readContext = createContextReader(snapshot);
  const builds = readImageBuilds(snapshot);
  const wanted = options.dockerfiles && new Set(options.dockerfiles);
  return snapshot.tree.flatMap(({ path }) => {
    const source = snapshot.files.get(path);
    const chosen = wanted
      ? wanted.has(path)
      : buildFileKind(path) === 'dockerfile';
    return chosen && source !== undefined
      ? [
          readUnit({
            path,
            source,
            modules,
            readContext,
            builds,
            tree: snapshot.tree,
            options,
          }),
        ]
      : [];
  });
}

function readUnit(request: {
  path: string;
  source: string;
  modules: readonly GoModule[];
  readContext: (directory: string, dockerfile?: string) => BuildContext;
  builds: readonly ImageBuild[];
  tree: Snapshot['tree'];
  options: BuildUnitOptions;
}): BuildUnit {
  const { path, source, modules, options } = request;
  const dockerfile = parseDockerfile(source, { path });
  const chosen = chooseImageBuild(dockerfile, request);
  const buildArguments = {
    ...chosen?.buildArguments,
    ...options.buildArguments,
  };
  const namedContexts = resolveNamedContexts(
    [
      ...(chosen?.namedContexts ?? []),
      ...Object.entries(options.namedContexts ?? {}).map(([name, value]) => ({
        name,
        value,
        folder: resolvePath(value, ''),
      })),
    ],
    directory => request.readContext(directory),
  );
  // One object becomes the unit: what is read of it on the way stays known.
  const given = {
    dockerfile,
    buildArguments,
    branchArguments: chosen?.branchArguments ?? [],
    namedContexts,
  };
  const named = options.target ?? chosen?.target;
  const { target, reachable } =
    named === undefined
      ? unitGraph(given)
      : stageGraph(dockerfile, { ...given, target: named });
  const build = Object.assign(given, { target, reachable });
  const copies = contextCopies(build);
  const readContext = (directory: string) =>
    request.readContext(directory, path);
  const context =
    options.context === undefined
      ? chooseContext(build, {
          copies,
          readContext,
          folders: chosen?.folders,
        })
      : readContext(folderPath(options.context));
  return Object.assign(build, {
    id: path,
    context,
    modules: builtModules(modules, {
      context,
      stages: reachable,
      sources: copies.map(selectionOf),
      named: {
        folders: folderContexts(build).map(folder => folder.context.directory),
        taken: takenFromNamedContexts(build),
      },
    }),
    origin: originOf(options, chosen),
  });
}

function originOf(
  options: BuildUnitOptions,
  chosen: ChosenBuild | undefined,
): BuildUnit['origin'] {
  if (options.context !== undefined) {
    return 'configuration';
  }
  return chosen ? 'ci' : 'convention';
}

/** As a repository path: people write the root as `.` and folders as `./a/`. */
function folderPath(text: string): string {
  return text
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

/** Reads each context once, as many Dockerfiles may share one. */
function createContextReader(
  snapshot: Snapshot,
): (directory: string, dockerfile?: string) => BuildContext {
  const shared = new Map<string, BuildContext>();
  return (directory, dockerfile) => {
    const hasOwnIgnoreFile =
      dockerfile !== undefined &&
      snapshot.files.has(`${dockerfile}.dockerignore`);
    const key = hasOwnIgnoreFile ? `${directory}\n${dockerfile}` : directory;
    let context = shared.get(key);
    if (!context) {
      context = readBuildContext(snapshot, { directory, dockerfile });
      shared.set(key, context);
    }
    return context;
  };
}
