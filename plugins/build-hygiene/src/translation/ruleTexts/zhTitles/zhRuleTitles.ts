/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';
import { cache } from './cache';
import { ci } from './ci';
import { context } from './context';
import { image } from './image';
import { modules } from './modules';
import { platform } from './platform';
import { proxy } from './proxy';
import { reproducible } from './reproducible';
import { security } from './security';

/** The titles of all rules in Chinese. Loaded for those who read Chinese, and no one else. */
export const zhRuleTitles: RuleTitles = {
  ...cache,
  ...ci,
  ...context,
  ...image,
  ...modules,
  ...platform,
  ...proxy,
  ...reproducible,
  ...security,
};
