/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../cache/types';
import { GoModule } from '../gomod/types';
import { Severity } from '../score/types';
import { Snapshot } from '../snapshot/types';
import { BuildUnit } from '../units/types';

/** @public */
export type Category =
  | 'cache'
  | 'context'
  | 'modules'
  | 'proxy'
  | 'security'
  | 'image'
  | 'reproducible'
  | 'ci'
  | 'platform';

/**
 * What a rule says of one unit or module.
 *
 * @public
 */
export type RuleOutcome =
  | { state: 'pass' }
  | { state: 'fail'; findings: Finding[]; severity?: Severity }
  | { state: 'not-applicable'; reason: string }
  | { state: 'error'; reason: string };

/**
 * One violation with its evidence.
 *
 * @public
 */
export interface Finding {
  path: string;
  line: number;
  endLine: number;
  /** One or two sentences: what is so, and what it does. */
  message: string;
  /** The source lines, secrets masked, at most a few lines. */
  excerpt: string;
}

/** @public */
export interface RuleDefinition {
  /** `category/name`, fixed once released. */
  id: string;
  category: Category;
  severity: Severity;
  /** Whether an open finding fails the gate. Default: critical ones do. */
  blocking?: boolean;
  title: { pass: string; fail: string };
  /** Two sentences: what it costs the service. */
  why: string;
  howToFix: string;
  fix: 'auto' | 'guided' | 'none';
  /** Evidence: URLs or documents with section. */
  sources: string[];
  /** Failure classes of build logs that this rule prevents. */
  prevents: string[];
}

/**
 * A rule about a build unit (one Dockerfile with its context).
 *
 * @public
 */
export interface UnitRule extends RuleDefinition {
  scope: 'unit';
  evaluate(subject: UnitSubject): RuleOutcome;
  examples: RuleExamples;
}

/**
 * A rule about a Go module; applies without any Dockerfile.
 *
 * @public
 */
export interface ModuleRule extends RuleDefinition {
  scope: 'module';
  evaluate(subject: ModuleSubject): RuleOutcome;
  examples: RuleExamples;
}

/** @public */
export type Rule = UnitRule | ModuleRule;

/** @public */
export interface UnitSubject {
  unit: BuildUnit;
  model: CacheModel;
  snapshot: Snapshot;
  modules: readonly GoModule[];
}

/** @public */
export interface ModuleSubject {
  module: GoModule;
  /** The units that build this module. */
  units: readonly BuildUnit[];
  snapshot: Snapshot;
}

/**
 * The rule's test cases, which are also its documentation.
 *
 * @public
 */
export interface RuleExamples {
  good: RuleExample[];
  bad: RuleExample[];
}

/** @public */
export interface RuleExample {
  /** Short, as a heading. */
  name: string;
  /** Repository files by path. An empty string is a file whose text does not matter. */
  files: Record<string, string>;
  /** For bad examples: `path:line` of every finding, in order. */
  findings?: string[];
}
