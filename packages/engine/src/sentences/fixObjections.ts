/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from './Filled';

/** What speaks against a fix. */
export const fixObjections = [
  'The rule could not propose it: {message}',
  '{path} is not valid UTF-8, and would not stay as it is elsewhere.',
  'The change does not fit the files: {message}',
  'It changes nothing.',
  'What it finds is still found.',
  'What it finds is still found, and would be changed again.',
  'After it, the rule cannot be evaluated: {reason}',
  'After it, {rule} finds something new.',
  'After it, the score is lower.',
] as const;

/** One of them, filled. */
export type FixObjection = Filled<(typeof fixObjections)[number]>;
