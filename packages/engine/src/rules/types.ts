/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../cache/types';
import { ModuleFacts } from '../gomod/moduleFacts';
import { GoModule } from '../gomod/types';
import { RuleParameter, SubjectPolicy } from '../policy/types';
import { Severity } from '../score/types';
import { Snapshot } from '../snapshot/types';
import { BuildUnit } from '../units/types';
import { FixProposal } from '../edits/types';

/**
 * What a rule is about.
 *
 * @public
 */
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
  | { state: 'partial'; value: number; findings: Finding[] }
  | { state: 'pending'; reason: string }
  | { state: 'not-applicable'; reason: string }
  | { state: 'error'; reason: string };

/**
 * One violation with its evidence.
 *
 * @public
 */
export interface Finding {
  /** Repository path of the evidence. */
  path: string;
  /** First line of the evidence, from 1. */
  line: number;
  /** Last line of the evidence, from 1. */
  endLine: number;
  /** One or two sentences: what is so, and what it does. */
  message: string;
  /** The source lines, secrets masked, at most a few lines. */
  excerpt: string;
  /** What excepts it; never set by a rule. */
  suppressed?: FindingSuppression;
}

/**
 * Why a finding does not count.
 *
 * @public
 */
export type FindingSuppression = {
  /** What is given as reason. */
  reason: string;
  /** The last day that it holds (YYYY-MM-DD); without an end when undefined. */
  until?: string;
} & (
  | {
      /** A comment in the repository. */
      kind: 'inline';
      /** Where the comment stands. */
      path: string;
      /** Line of the comment, from 1. */
      line: number;
    }
  | {
      /** A waiver that was granted in the portal. */
      kind: 'portal';
    }
);

/**
 * What all rules have.
 *
 * @public
 */
export interface RuleDefinition {
  /** `category/name`, fixed once released. */
  id: string;
  /** What it is about. */
  category: Category;
  /** How much a violation matters. */
  severity: Severity;
  /** Whether an open finding fails the gate. Default: critical ones do. */
  blocking?: boolean;
  /** One line for each outcome. */
  title: { pass: string; fail: string };
  /** Two sentences: what it costs the service. */
  why: string;
  /** What to do, for people. */
  howToFix: string;
  /** Whether a machine could fix a violation. */
  fix: 'auto' | 'guided' | 'none';
  /** Evidence: URLs or documents with section. */
  sources: string[];
  /** Failure classes of build logs that this rule prevents. */
  prevents: string[];
  /** What a policy may set for this rule. */
  parameters?: readonly RuleParameter[];
}

/**
 * A rule about a build unit (one Dockerfile with its context).
 *
 * @public
 */
export interface UnitRule extends RuleDefinition {
  /** Tells it apart from rules on modules. */
  scope: 'unit';
  /** Judges one unit. */
  evaluate(subject: UnitSubject): RuleOutcome;
  /**
   * What would close its findings on a unit that it fails. Undefined where only
   * a person can tell.
   */
  propose?(subject: UnitSubject): FixProposal | undefined;
  /** Its test cases. */
  examples: RuleExamples;
}

/**
 * A rule about a Go module; applies without any Dockerfile.
 *
 * @public
 */
export interface ModuleRule extends RuleDefinition {
  /** Tells it apart from rules on units. */
  scope: 'module';
  /** Judges one module. */
  evaluate(subject: ModuleSubject): RuleOutcome;
  /** As for rules on units. */
  propose?(subject: ModuleSubject): FixProposal | undefined;
  /** Its test cases. */
  examples: RuleExamples;
}

/**
 * A rule about the repository as a whole, such as its pipelines.
 *
 * @public
 */
export interface RepositoryRule extends RuleDefinition {
  /** Tells it apart from rules on units and modules. */
  scope: 'repository';
  /** Judges the repository. */
  evaluate(subject: RepositorySubject): RuleOutcome;
  /** As for rules on units. */
  propose?(subject: RepositorySubject): FixProposal | undefined;
  /** Its test cases. */
  examples: RuleExamples;
}

/**
 * A rule on build units, on Go modules or on the repository.
 *
 * @public
 */
export type Rule = UnitRule | ModuleRule | RepositoryRule;

/**
 * What the builds of a service came to: successful ones of the default branch,
 * the last 30 or those of 14 days.
 *
 * @public
 */
export interface MeasuredBuilds {
  /** How many builds that is. */
  builds: number;
  /** Cached of all steps that a cache can hold, 0..1; undefined without builds. */
  hitRate?: number;
}

/**
 * What a unit rule looks at.
 *
 * @public
 */
export interface UnitSubject {
  /** The unit that is judged. */
  unit: BuildUnit;
  /** What re-runs in the unit when what changes. */
  model: CacheModel;
  /** The repository. */
  snapshot: Snapshot;
  /** All Go modules of the repository. */
  modules: readonly GoModule[];
  /** All units that are checked, where they are known. */
  units?: readonly BuildUnit[];
  /** Figures of the service's builds, where they are recorded. */
  measured?: MeasuredBuilds;
  /** What the policy in force has for this rule; undefined without a policy. */
  policy?: SubjectPolicy;
}

/**
 * What a module rule looks at.
 *
 * @public
 */
export interface ModuleSubject {
  /** The module that is judged. */
  module: GoModule;
  /** The units that build this module. */
  units: readonly BuildUnit[];
  /** The repository. */
  snapshot: Snapshot;
  /** What a module proxy says of required modules, by path, where one was asked. */
  facts?: ReadonlyMap<string, ModuleFacts>;
}

/**
 * What a rule on the repository looks at.
 *
 * @public
 */
export interface RepositorySubject {
  /** The repository. */
  snapshot: Snapshot;
  /** The cache models of the units that are checked, with their units. */
  models: readonly CacheModel[];
  /** The modules that are checked. */
  modules: readonly GoModule[];
  /** What the policy in force has for this rule; undefined without a policy. */
  policy?: SubjectPolicy;
}

/**
 * The rule's test cases, which are also its documentation.
 *
 * @public
 */
export interface RuleExamples {
  /** Repositories that pass. */
  good: RuleExample[];
  /** Repositories that fail. */
  bad: RuleExample[];
}

/**
 * A small repository that a rule passes or fails on.
 *
 * @public
 */
export interface RuleExample {
  /** Short, as a heading. */
  name: string;
  /** For good examples: whether it looks as if the rule should find something. */
  nearMiss?: true;
  /** Repository files by path. An empty string is a file whose text does not matter. */
  files: Record<string, string>;
  /** Bytes of files that are larger than their text here. */
  sizes?: Record<string, number>;
  /** Figures of builds. */
  measured?: MeasuredBuilds;
  /** What a policy sets; the rest of it is empty. */
  policy?: Partial<SubjectPolicy>;
  /** What a module proxy says of required modules. */
  moduleFacts?: ModuleFacts[];
  /** For bad examples: `path:line` of every finding, in order. */
  findings?: string[];
  /**
   * For bad examples that can be fixed: each file that the fix changes or
   * makes, as it is afterwards.
   */
  fixed?: Record<string, string>;
}
