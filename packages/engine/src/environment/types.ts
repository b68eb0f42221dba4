/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The variables that decide how the go command finds, verifies and compiles
 * modules.
 *
 * @public
 */
export const goVariableNames = [
  'GOPROXY',
  'GOPRIVATE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOSUMDB',
  'GOFLAGS',
  'GOTOOLCHAIN',
  'GOINSECURE',
  'CGO_ENABLED',
  'GOMODCACHE',
  'GOCACHE',
  'USER',
] as const;

/**
 * One of them.
 *
 * @public
 */
export type GoVariableName = (typeof goVariableNames)[number];

/**
 * Where a value comes from:
 *
 * - `default`: the go command's own, as of Go 1.27;
 * - `image`: the base image;
 * - `env`: ENV of the Dockerfile, or `env` and `variables` of a pipeline;
 * - `argument`: the default of an ARG;
 * - `build-argument`: a build argument of whoever builds;
 * - `command`: an assignment of the command itself, or `export` above it;
 * - `go-env`: `go env -w`;
 * - `mount`: a secret that is mounted as a variable.
 *
 * @public
 */
export type GoValueOrigin =
  | 'default'
  | 'image'
  | 'env'
  | 'argument'
  | 'build-argument'
  | 'command'
  | 'go-env'
  | 'mount';

/**
 * What a variable is where a go command runs.
 *
 * @public
 */
export interface GoValue {
  /** Undefined where it is not known. */
  value?: string;
  /** What gives the value. */
  origin: GoValueOrigin;
  /** The line that gives the value. */
  place?: { path: string; line: number };
}

/**
 * A go command, and what is in force where it runs.
 *
 * @public
 */
export interface GoCommandEnvironment {
  /** The file that runs it. */
  path: string;
  /** Its line, from 1. */
  line: number;
  /** `mod download`, `build`. */
  verb: string;
  /** What each variable is there. */
  variables: Readonly<Record<GoVariableName, GoValue>>;
}
