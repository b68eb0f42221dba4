/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What lists show of a rule. */
export interface RuleTitle {
  /** Its title where it passes. */
  pass: string;
  /** Its title where it does not. */
  fail: string;
  /** What its fix does, where there is one. */
  fix?: string;
}

/** What is read of a rule once it is opened. */
export interface RuleHelp {
  why: string;
  howToFix: string;
}

/** By rule id. */
export type RuleTitles = Record<string, RuleTitle>;

/** By rule id. */
export type RuleHelps = Record<string, RuleHelp>;
