/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Why there is no score, in Chinese. */
export const scores: Sentences = {
  'No rule that counts applies here.': '没有适用于此处的计分规则。',
  'Only {rated} % of what applies could be rated; {needed} % are needed.':
    '适用的内容中只有 {rated}% 能够评分；需要达到 {needed}%。',
};
