/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The formats that are recognised.
 *
 * @public
 */
export type BuildLogFormat =
  | 'buildkit-plain'
  | 'buildkit-rawjson'
  | 'buildx-history'
  | 'legacy'
  | 'kaniko'
  | 'buildah'
  | 'unknown';

/**
 * `incomplete`: the log ends before the build does (cut off or cancelled).
 *
 * @public
 */
export type BuildOutcome = 'success' | 'failure' | 'incomplete';

/**
 * What became of a step.
 *
 * @public
 */
export type BuildStepState =
  | 'cached'
  | 'executed'
  | 'failed'
  | 'canceled'
  | 'skipped';

/**
 * One vertex of a build as its log tells it.
 *
 * @public
 */
export interface BuildStep {
  /** The log's own id: `#7`, or a digest. */
  id: string;
  /** The vertex name as logged: `[build 3/7] RUN go mod download`, secrets masked. */
  name: string;
  /** Name of its stage as logged: `build`, `stage-1`. */
  stage?: string;
  /** Position in its stage, from `3/7`; counted where the log has no numbers. */
  index?: number;
  /** Steps of its stage, from `3/7`. */
  total?: number;
  /** `FROM`, `RUN`, …; undefined for steps that are no instruction. */
  instruction?: string;
  /** What became of it. */
  state: BuildStepState;
  /** Wall seconds; undefined when the log does not tell. */
  seconds?: number;
  /** Seconds from the start of the build; undefined when the log does not tell (plain logs). */
  startedAt?: number;
  /** Seconds of moving layers (pull, extract, export) inside this step. */
  transferSeconds?: number;
  /** Whether the builder made this step itself: loading definitions, exporting, … */
  internal: boolean;
  /** The hit was inferred from layer transfer, not printed as CACHED. */
  inferred?: boolean;
  /** False for an instruction that no cache of its builder can hold. */
  cacheable?: boolean;
  /** Platform prefix of a multi-platform build: `linux/arm64`. */
  platform?: string;
  /** Only of a RUN that ran, in formats that tell when a line was written. */
  downloads?: BuildStepDownloads;
}

/**
 * The lines in which the Go commands of a step told of downloads: each module
 * that they had to fetch, or with `-x` each request.
 *
 * @public
 */
export interface BuildStepDownloads {
  /** How many there are; `go mod download` without `-x` writes none. */
  lines: number;
  /** Seconds from the start of the step to the first of them. */
  firstAt?: number;
  /** Seconds from the start of the step to the last of them. */
  lastAt?: number;
}

/**
 * How much of a build came from the cache.
 *
 * @public
 */
export interface BuildCacheUse {
  /** Steps that the builder's cache can hold: instructions other than FROM. */
  cacheable: number;
  /** Those of them that came from the cache. */
  cached: number;
  /** cached / cacheable, 0..1; undefined when nothing is cacheable or the build did not succeed. */
  hitRate?: number;
}

/**
 * Why a build failed.
 *
 * @public
 */
export interface BuildFailure {
  /** Name of the failed step, where one is known. */
  step?: string;
  /** `network`, `auth`, `filesystem`, `command`, `configuration`, `cache`, `resource`, `infrastructure`, `unknown`. */
  kind: string;
  /** Class id, such as `goproxy.404`. */
  class: string;
  /** Host of the server that it is about, where the log names one. */
  target?: string;
  /** The line that shows it, secrets masked. */
  line: string;
  /** One sentence for a person. */
  message: string;
  /**
   * What fills the places of its class's message, by their names, as in
   * `{ "host": "proxy.golang.org" }`; secrets masked, at most 400 characters
   * each. Undefined in readings of earlier versions, and where the sentence
   * shows a secret.
   */
  values?: Record<string, string>;
  /** Whether the same build may succeed on a second try. */
  transient: boolean;
  /** What to do now. */
  fix: string;
  /** Rules that prevent it next time. */
  rules: string[];
  /** The Dockerfile lines that the builder printed with the error. */
  location?: { path: string; line: number; endLine: number };
}

/**
 * The builder's own count of a build, in vertices: each instruction and each
 * thing that the builder does itself is one.
 *
 * @public
 */
export interface BuildCounts {
  /** Vertices of the build, those included that never started. */
  total: number;
  /** Those of them that ended. */
  completed: number;
  /** Those of them that came from the cache. */
  cached: number;
}

/**
 * What was built, where a record tells it.
 *
 * @public
 */
export interface BuildDescription {
  /** The builder's own id of the build, which `docker buildx history` takes. */
  ref?: string;
  /** The build's name, or that of its bake target. */
  name?: string;
  /** ISO 8601, on the builder's clock. */
  startedAt?: string;
  /** Path of the Dockerfile in its context. */
  dockerfile?: string;
  /** The stage that was asked for. */
  target?: string;
  /** The platforms that were asked for. */
  platforms?: string[];
  /** Where the sources come from, secrets masked. */
  repository?: string;
  /** Their commit. */
  revision?: string;
  /** The image that was made: `sha256:…`. */
  digest?: string;
  /** Build arguments, secrets masked. */
  buildArguments?: Record<string, string>;
  /** What the build was made of: base images, remote files and sources. */
  materials?: BuildMaterial[];
}

/**
 * Something that a build took from elsewhere.
 *
 * @public
 */
export interface BuildMaterial {
  /** A package URL or another address, secrets masked. */
  uri: string;
  /** `sha256:…`, or a commit. */
  digest?: string;
}

/**
 * One build, read from its log: the JSON of `build-hygiene log`.
 *
 * @public
 */
export interface BuildRecord {
  /** The format that the log was read as. */
  format: BuildLogFormat;
  /** How it ended. */
  outcome: BuildOutcome;
  /** In the order in which the log names them first. */
  steps: BuildStep[];
  /** Cached and cacheable steps. */
  cache: BuildCacheUse;
  // The JSON contract has `null` here.
  /** Why it failed; `null` when it did not, or nothing tells. */
  failure: BuildFailure | null;
  /** What was strange about the log, in words. */
  warnings: string[];
  /** Wall seconds of the whole build; undefined when the log does not tell. */
  seconds?: number;
  /** Bytes of context that were transferred; undefined when not told. */
  contextBytes?: number;
  /** What the builder counted; undefined where its record is not at hand. */
  counts?: BuildCounts;
  /** What was built; undefined where only a log is at hand. */
  description?: BuildDescription;
  /** What built it; undefined where the log does not say. */
  builder?: BuilderInstance;
}

/**
 * What `building with "name" instance using driver driver` tells, the first
 * line of plain logs of buildx.
 *
 * @public
 */
export interface BuilderInstance {
  /** Its name, secrets masked. */
  name: string;
  /** Such as `docker`, `docker-container`, `kubernetes`, `remote` or `cloud`. */
  driver: string;
}

/**
 * All builds of one log. At top level the last one.
 *
 * @public
 */
export interface BuildLogReading extends BuildRecord {
  /** Present when the log holds more than one build. */
  builds?: BuildRecord[];
}

/**
 * Guards against logs made to exhaust memory. A reading that meets one stops
 * there, says so in `warnings` and is `incomplete` unless it had ended before.
 *
 * @public
 */
export interface BuildLogLimits {
  /** Characters of the whole log, after decoding. */
  characters: number;
  /** Lines of the whole log. */
  lines: number;
  /** Characters of one line of text; the rest of a longer line is dropped. */
  lineLength: number;
  /** Characters of one JSON object; merged history logs are one huge line. */
  objectLength: number;
  /** Steps of one log; later ones are not kept. */
  steps: number;
  /** Bytes of an archive as it comes. */
  compressedBytes: number;
  /** Bytes of an archive when it is unpacked. */
  unpackedBytes: number;
}

/**
 * How a build log is read.
 *
 * @public
 */
export interface ReadBuildLogOptions {
  /** Bounds other than the default ones. */
  limits?: Partial<BuildLogLimits>;
}
