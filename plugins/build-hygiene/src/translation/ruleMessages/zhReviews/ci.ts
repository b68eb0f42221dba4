/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of ci rules, in Chinese. */
export const ci: Sentences = {
  'Check that the Docker of the runner is version 23 or newer, and that nothing reads the output of the legacy builder.':
    '请确认 Runner 上的 Docker 为 23 或更新的版本，并且没有任何地方读取旧版构建器的输出。',
  'Set the variable BACKSTAGE_URL and the secret BUILD_HYGIENE_TOKEN of the repository: without them the step does nothing.':
    '请设置仓库的变量 BACKSTAGE_URL 和机密 BUILD_HYGIENE_TOKEN：没有它们，该步骤什么也不做。',
  'Check that {minutes} minutes are well above what the slowest build takes.':
    '请确认 {minutes} 分钟明显高于最慢的构建所需的时间。',
  'The build gets what is meant, or no longer what was never there: check whether it needs that from elsewhere.':
    '构建会得到本来想传给它的内容，或不再收到它从不认识的内容：请检查它是否需要以其他方式得到这些内容。',
};
