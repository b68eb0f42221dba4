/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What people read of a rule. */
export interface RuleText {
  /** Its title where it passes. */
  pass: string;
  /** Its title where it does not. */
  fail: string;
  /** What its fix does, where there is one. */
  fix?: string;
  why: string;
  howToFix: string;
}

/** By rule id. */
export type RuleTexts = Record<string, RuleText>;
