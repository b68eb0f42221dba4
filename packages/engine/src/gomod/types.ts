/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { Span } from '../span';

/**
 * A parsed `go.mod`, with the span of every statement.
 *
 * Language: https://go.dev/ref/mod#go-mod-file
 *
 * @public
 */
export interface GoMod {
  path: string;
  source: string;
  module?: ModuleStatement;
  go?: VersionStatement;
  toolchain?: VersionStatement;
  godebug: GodebugStatement[];
  require: RequireStatement[];
  exclude: ModuleVersionStatement[];
  replace: ReplaceStatement[];
  retract: RetractStatement[];
  tool: PathStatement[];
  ignore: PathStatement[];
  problems: GoModProblem[];
}

/**
 * Common to all statements: where it stands. In a block the span is that of
 * the line inside the block.
 *
 * @public
 */
export interface Statement {
  span: Span;
  line: number;
  /** Comment text of the same line, without the slashes, trimmed. */
  comment?: string;
}

/** @public */
export interface ModuleStatement extends Statement {
  modulePath: string;
  /** The message after `// Deprecated:`, if there is one. */
  deprecated?: string;
}

/** @public */
export interface VersionStatement extends Statement {
  version: string;
  versionSpan: Span;
}

/** @public */
export interface GodebugStatement extends Statement {
  key: string;
  value: string;
}

/** @public */
export interface ModuleVersionStatement extends Statement {
  modulePath: string;
  version: string;
  versionSpan: Span;
}

/** @public */
export interface RequireStatement extends ModuleVersionStatement {
  indirect: boolean;
}

/** @public */
export interface ReplaceStatement extends Statement {
  oldPath: string;
  oldVersion?: string;
  newPath: string;
  /** Undefined for a local path. */
  newVersion?: string;
  newPathSpan: Span;
  /** Whether `newPath` is a file path rather than a module path. */
  local: boolean;
}

/** @public */
export interface RetractStatement extends Statement {
  low: string;
  high: string;
  rationale?: string;
}

/** @public */
export interface PathStatement extends Statement {
  value: string;
}

/** @public */
export interface GoModProblem {
  line: number;
  column: number;
  span: Span;
  /** As the go command words it, where it has words for it. */
  message: string;
}

/**
 * A parsed `go.work`.
 *
 * @public
 */
export interface GoWork {
  path: string;
  source: string;
  go?: VersionStatement;
  toolchain?: VersionStatement;
  godebug: GodebugStatement[];
  use: PathStatement[];
  replace: ReplaceStatement[];
  problems: GoModProblem[];
}

/**
 * A parsed `go.sum` or `go.work.sum`.
 *
 * @public
 */
export interface GoSum {
  path: string;
  entries: GoSumEntry[];
  problems: GoModProblem[];
}

/** @public */
export interface GoSumEntry {
  modulePath: string;
  /** Without the `/go.mod` suffix. */
  version: string;
  /** Whether this is the hash of the go.mod file alone. */
  goModOnly: boolean;
  /** With its algorithm: `h1:…`. */
  hash: string;
  line: number;
}

/**
 * A parsed `vendor/modules.txt`.
 *
 * @public
 */
export interface VendorModules {
  path: string;
  /** `## workspace` at the top. */
  workspace: boolean;
  modules: VendoredModule[];
  problems: GoModProblem[];
}

/** @public */
export interface VendoredModule {
  modulePath: string;
  /** Empty for a replacement without version that is listed at the end. */
  version?: string;
  replacement?: { path: string; version?: string };
  explicit: boolean;
  /** The `go 1.N` annotation. */
  go?: string;
  packages: string[];
  line: number;
}

/**
 * A Go module of the repository with everything that belongs to it.
 *
 * @public
 */
export interface GoModule {
  /** Repository path of its go.mod. */
  path: string;
  /** Folder of the module, `''` for the repository root. */
  directory: string;
  goMod: GoMod;
  /** The go.sum beside it, if the repository has one. */
  goSum?: GoSum;
  vendor?: VendorModules;
  /** The nearest go.work at or above it that lists it. */
  workspace?: GoWork;
  problems: Problem[];
}
