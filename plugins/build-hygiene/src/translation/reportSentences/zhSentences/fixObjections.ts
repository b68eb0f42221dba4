/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** What speaks against a fix, in Chinese. */
export const fixObjections: Sentences = {
  'The rule could not propose it: {message}': '规则无法给出此修复：“{message}”',
  '{path} is not valid UTF-8, and would not stay as it is elsewhere.':
    '{path} 不是有效的 UTF-8，其余部分无法保持原样。',
  'The change does not fit the files: {message}': '修改与文件不符：“{message}”',
  'It changes nothing.': '它不作任何修改。',
  'What it finds is still found, and would be changed again.':
    '规则发现的问题仍然存在，而且会再次修改。',
  'What it finds is still found.': '规则发现的问题仍然存在。',
  'After it, the rule cannot be evaluated: {reason}': '应用后出错：{reason}',
  'After it, {rule} finds something new.': '应用后，{rule} 会发现新的问题。',
  'After it, the score is lower.': '应用后，得分会降低。',
};
