/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What builds an image where a file of the repository says how.
 *
 * - `build-push-action`, `bake-action`: the actions of the `docker` organisation;
 * - `docker`: `docker build` and `docker buildx build`;
 * - `compose`: a compose file, or `docker compose build`;
 * - `bake`: a bake file, or `docker buildx bake`;
 * - `kaniko`, `buildah`, `podman`: those programs.
 *
 * @public
 */
export type ImageBuildTool =
  | 'build-push-action'
  | 'bake-action'
  | 'docker'
  | 'compose'
  | 'bake'
  | 'kaniko'
  | 'buildah'
  | 'podman';

/**
 * What a file of the repository is that says how an image is built: a pipeline
 * runs builds, a definition only describes them for whoever runs them.
 *
 * @public
 */
export type ImageBuildSource = 'pipeline' | 'compose' | 'bake';

/**
 * A cache that a build exports to or imports from.
 *
 * @public
 */
export interface RemoteCache {
  /** `registry`, `gha`, `inline`, `local`, `s3`, …; undefined when not known. */
  type?: string;
  /** `min` or `max` as written; undefined when not given or not known. */
  mode?: string;
  /** Whether the text is known in full. */
  certain: boolean;
  /** The line that it is written in, where that is not the build's. */
  line?: number;
  /** The file of that line, where that is not the build's: its bake file. */
  path?: string;
}

/**
 * A named context: what `FROM name` and `COPY --from=name` read instead of an
 * image.
 *
 * @public
 */
export interface NamedContext {
  /** The name that the Dockerfile uses. */
  name: string;
  /** A folder, image or address; undefined when not known. */
  value?: string;
  /** Repository path of the folder, '' for the root; undefined when not known, or no folder. */
  folder?: string;
}

/**
 * One build of an image as a workflow, a compose file or a bake file says.
 *
 * @public
 */
export interface ImageBuild {
  /** The file that says so. */
  path: string;
  /** The line of that file, from 1. */
  line: number;
  /** What kind of file that is. */
  source: ImageBuildSource;
  /** What builds. */
  tool: ImageBuildTool;
  /** Repository path of the Dockerfile; undefined when not known. */
  dockerfile?: string;
  /** Repository path of the context's folder, '' for the root; undefined when not known, or no folder. */
  context?: string;
  /** Whether the context is fetched by git instead of taken from a folder. */
  remoteContext: boolean;
  /** Target stage; undefined when none is given. */
  target?: string;
  /** Whether a target is given whose name is not known. */
  unknownTarget: boolean;
  /** Build arguments by name; undefined for a value that is not known. */
  buildArguments: Readonly<Record<string, string | undefined>>;
  /** Those of them with one value for all commits to a branch, which is not known. */
  branchArguments: readonly string[];
  /** Named contexts. */
  namedContexts: readonly NamedContext[];
  /** Caches that it imports. */
  cacheFrom: readonly RemoteCache[];
  /** Caches that it exports to. */
  cacheTo: readonly RemoteCache[];
  /** Whether it ignores the cache each time. */
  noCache: boolean;
  /** Line of the setting that ignores the cache. */
  noCacheLine?: number;
  /** Whether it asks for base images anew each time. */
  pull: boolean;
  /** Whose machine runs it. */
  runner: 'hosted' | 'self-hosted' | 'unknown';
  /** Whether the builder is a machine of its own that outlives the job. */
  remoteBuilder: boolean;
  /** Whether the builder is set up for the job and thrown away with it, on whatever machine: kaniko, Docker in Docker. */
  startsEmpty: boolean;
  /** Whether something carries the content of cache mounts from job to job. */
  cacheMountsKept: boolean;
  /** Whether pushes to a branch or pull requests start it; false for releases and schedules alone. */
  onChange: boolean;
  /** Whether it pushes the image; undefined when that depends. */
  push?: boolean;
  /** Whether something else may decide how it is built, so that what is not given is not known. */
  partial: boolean;
}
