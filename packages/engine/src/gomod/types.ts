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
  /** Repository path of the file. */
  path: string;
  /** The text of the file. */
  source: string;
  /** The `module` line. */
  module?: ModuleStatement;
  /** The `go` line. */
  go?: VersionStatement;
  /** The `toolchain` line. */
  toolchain?: VersionStatement;
  /** The `godebug` lines. */
  godebug: GodebugStatement[];
  /** The `require` lines. */
  require: RequireStatement[];
  /** The `exclude` lines. */
  exclude: ModuleVersionStatement[];
  /** The `replace` lines. */
  replace: ReplaceStatement[];
  /** The `retract` lines. */
  retract: RetractStatement[];
  /** The `tool` lines. */
  tool: PathStatement[];
  /** The `ignore` lines. */
  ignore: PathStatement[];
  /** Lines that the go command rejects. */
  problems: GoModProblem[];
}

/**
 * Common to all statements: where it stands. In a block the span is that of
 * the line inside the block.
 *
 * @public
 */
export interface Statement {
  /** Where it stands. */
  span: Span;
  /** Its line, from 1. */
  line: number;
  /** Comment text of the same line, without the slashes, trimmed. */
  comment?: string;
}

/**
 * The `module` line.
 *
 * @public
 */
export interface ModuleStatement extends Statement {
  /** Path of the module. */
  modulePath: string;
  /** The message after `// Deprecated:`, if there is one. */
  deprecated?: string;
}

/**
 * The `go` or `toolchain` line.
 *
 * @public
 */
export interface VersionStatement extends Statement {
  /** As written. */
  version: string;
  /** Where the version stands. */
  versionSpan: Span;
}

/**
 * A `godebug` line.
 *
 * @public
 */
export interface GodebugStatement extends Statement {
  /** Name of the setting. */
  key: string;
  /** Value of the setting. */
  value: string;
}

/**
 * A line that names one version of a module.
 *
 * @public
 */
export interface ModuleVersionStatement extends Statement {
  /** Path of the module. */
  modulePath: string;
  /** As written. */
  version: string;
  /** Where the version stands. */
  versionSpan: Span;
}

/**
 * A `require` line.
 *
 * @public
 */
export interface RequireStatement extends ModuleVersionStatement {
  /** Whether it is marked `// indirect`. */
  indirect: boolean;
}

/**
 * A `replace` line.
 *
 * @public
 */
export interface ReplaceStatement extends Statement {
  /** Path of the replaced module. */
  oldPath: string;
  /** Undefined when all versions are replaced. */
  oldVersion?: string;
  /** What it is replaced by: a module path or a file path. */
  newPath: string;
  /** Undefined for a local path. */
  newVersion?: string;
  /** Where `newPath` stands. */
  newPathSpan: Span;
  /** Whether `newPath` is a file path rather than a module path. */
  local: boolean;
}

/**
 * A `retract` line.
 *
 * @public
 */
export interface RetractStatement extends Statement {
  /** First version that is retracted. */
  low: string;
  /** Last version that is retracted. */
  high: string;
  /** The reason in the comment. */
  rationale?: string;
}

/**
 * A line that names a path: `tool`, `ignore` or `use`.
 *
 * @public
 */
export interface PathStatement extends Statement {
  /** The path, without quotes. */
  value: string;
}

/**
 * A place of a module file that could not be read.
 *
 * @public
 */
export interface GoModProblem {
  /** Line of the problem, from 1. */
  line: number;
  /** Column of the problem, from 1. */
  column: number;
  /** The text that it is about. */
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
  /** Repository path of the file. */
  path: string;
  /** The text of the file. */
  source: string;
  /** The `go` line. */
  go?: VersionStatement;
  /** The `toolchain` line. */
  toolchain?: VersionStatement;
  /** The `godebug` lines. */
  godebug: GodebugStatement[];
  /** The `use` lines. */
  use: PathStatement[];
  /** The `replace` lines. */
  replace: ReplaceStatement[];
  /** Lines that the go command rejects. */
  problems: GoModProblem[];
}

/**
 * A parsed `go.sum` or `go.work.sum`.
 *
 * @public
 */
export interface GoSum {
  /** Repository path of the file. */
  path: string;
  /** In the order of the file. */
  entries: GoSumEntry[];
  /** Lines that the go command rejects. */
  problems: GoModProblem[];
}

/**
 * A line of a go.sum: the hash of one version of a module.
 *
 * @public
 */
export interface GoSumEntry {
  /** Path of the module. */
  modulePath: string;
  /** Without the `/go.mod` suffix. */
  version: string;
  /** Whether this is the hash of the go.mod file alone. */
  goModOnly: boolean;
  /** With its algorithm: `h1:…`. */
  hash: string;
  /** Line of the entry, from 1. */
  line: number;
}

/**
 * A parsed `vendor/modules.txt`.
 *
 * @public
 */
export interface VendorModules {
  /** Repository path of the file. */
  path: string;
  /** `## workspace` at the top. */
  workspace: boolean;
  /** In the order of the file. */
  modules: VendoredModule[];
  /** Lines that the go command rejects. */
  problems: GoModProblem[];
}

/**
 * A module of a `vendor/modules.txt`.
 *
 * @public
 */
export interface VendoredModule {
  /** Path of the module. */
  modulePath: string;
  /** Empty for a replacement without version that is listed at the end. */
  version?: string;
  /** What it is replaced by. */
  replacement?: { path: string; version?: string };
  /** Whether it is marked `## explicit`: go.mod names it. */
  explicit: boolean;
  /** The `go 1.N` annotation. */
  go?: string;
  /** The packages that are vendored of it. */
  packages: string[];
  /** Line of its heading, from 1. */
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
  /** The parsed go.mod. */
  goMod: GoMod;
  /** The go.sum beside it, if the repository has one. */
  goSum?: GoSum;
  /** Its vendored modules, if the repository has them. */
  vendor?: VendorModules;
  /** The nearest go.work at or above it that lists it. */
  workspace?: GoWork;
  /** What could not be read of its files. */
  problems: Problem[];
}
