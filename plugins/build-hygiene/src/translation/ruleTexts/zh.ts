/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTexts } from './types';
import { zhCache } from './zhCache';
import { zhCi } from './zhCi';
import { zhContext } from './zhContext';
import { zhImage } from './zhImage';
import { zhModules } from './zhModules';
import { zhPlatform } from './zhPlatform';
import { zhProxy } from './zhProxy';
import { zhReproducible } from './zhReproducible';
import { zhSecurity } from './zhSecurity';

/** All rules in Chinese. Loaded for those who read Chinese, and no one else. */
export const zhRuleTexts: RuleTexts = {
  ...zhCache,
  ...zhCi,
  ...zhContext,
  ...zhImage,
  ...zhModules,
  ...zhPlatform,
  ...zhProxy,
  ...zhReproducible,
  ...zhSecurity,
};
