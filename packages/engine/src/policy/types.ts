/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuilderProfileKind } from '../cache/types';
import { Severity } from '../score/types';

/**
 * A value that a policy gives a rule.
 *
 * @public
 */
export type ParameterValue = number | readonly string[];

/**
 * A figure or a list that a policy may set for one rule.
 *
 * @public
 */
export type RuleParameter = {
  /** Its name in the policy. */
  name: string;
  /** What it does, one sentence. */
  description: string;
} & (
  | {
      type: 'number';
      /** What holds without a policy. */
      default: number;
      /** The smallest value that makes sense. */
      minimum: number;
      /** The largest value that makes sense. */
      maximum: number;
    }
  | {
      type: 'texts';
      /** What holds without a policy. */
      default: readonly string[];
    }
);

/**
 * What a policy says of one rule.
 *
 * @public
 */
export interface RuleSetting {
  /** The rule is not applied at all. */
  off?: true;
  /** In the place of the rule's own severity, whatever it finds. */
  severity?: Severity;
  /** Factor of the weight that its severity has, 0.1 to 10. */
  weight?: number;
  /** Whether an open finding fails the gate. */
  blocking?: boolean;
  /** Up to this day (YYYY-MM-DD) its findings count, but do not fail the gate. */
  graceUntil?: string;
  /** Values of the rule's own parameters. */
  parameters?: Readonly<Record<string, ParameterValue>>;
}

/**
 * Which rules apply to a repository, how much they matter, and what an
 * organisation knows of itself that no repository tells.
 *
 * @public
 */
export interface Policy {
  /** Where it comes from, for people: a path, or a name of the portal's settings. */
  path: string;
  /** Settings by rule id. */
  rules: Readonly<Record<string, RuleSetting>>;
  /** Patterns of private module paths, as in GOPRIVATE. */
  privateModules: readonly string[];
  /** Registries, or registry and path, that images may come from; any when empty. */
  registries: readonly string[];
  /** The builder that images are built on, whatever the pipelines tell. */
  builder?: BuilderProfileKind;
  /** Patterns of paths that are not checked. */
  exclude: readonly string[];
}

/**
 * An exception that people agreed on outside the repository, in the portal.
 *
 * @public
 */
export interface PortalWaiver {
  /** The rule whose checks it waives. */
  rule: string;
  /** Only the check of this unit or go.mod; all checks of the rule when undefined. */
  unit?: string;
  /** The severity that was accepted: a check that became worse is not waived. */
  severity: Severity;
  /** Why, for people. */
  reason: string;
  /** The last day that it holds (YYYY-MM-DD). */
  until: string;
}

/**
 * The part of a policy that one rule gets with its subject.
 *
 * @public
 */
export interface SubjectPolicy {
  /** Patterns of private module paths, as in GOPRIVATE. */
  privateModules: readonly string[];
  /** Registries, or registry and path, that images may come from; any when empty. */
  registries: readonly string[];
  /** Values of the rule's own parameters, as far as the policy sets them. */
  parameters: Readonly<Record<string, ParameterValue>>;
}
