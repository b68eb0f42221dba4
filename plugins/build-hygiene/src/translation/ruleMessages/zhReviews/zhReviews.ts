/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';
import { cache } from './cache';
import { ci } from './ci';
import { context } from './context';
import { image } from './image';
import { modules } from './modules';
import { platform } from './platform';
import { proxy } from './proxy';
import { reproducible } from './reproducible';
import { security } from './security';

/** What to review of fixes, in Chinese. Loaded for those who read Chinese, and no one else. */
export const zhReviews: Sentences = {
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
