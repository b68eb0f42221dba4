/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Why there is no score, in Chinese. */
export const scores: Sentences = {
  'The repository has neither a Dockerfile nor a go.mod.':
    '仓库既没有 Dockerfile，也没有 go.mod。',
  'The Dockerfile that is named for this service was not read.':
    '为此服务指定的 Dockerfile 未能读取。',
  'The Dockerfile that is named for this service does not exist.':
    '为此服务指定的 Dockerfile 不存在。',
  'The build context that is named for this service does not exist.':
    '为此服务指定的构建上下文不存在。',
  'The stage {name} that is named for this service does not exist.':
    '为此服务指定的阶段 {name} 不存在。',
  'No rule that counts applies here.': '没有适用于此处的计分规则。',
  'Only {rated} % of what applies could be rated; {needed} % are needed.':
    '适用的内容中只有 {rated}% 能够评分；需要达到 {needed}%。',
};
