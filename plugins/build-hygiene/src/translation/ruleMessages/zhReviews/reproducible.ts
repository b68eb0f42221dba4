/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of reproducible rules, in Chinese. */
export const reproducible: Sentences = {
  'Check that nobody builds these stages by hand.':
    '请检查是否有人手动构建这些阶段。',
  'Versions of go.mod or of the lock file come in the place of the newest ones: check that the build does with them, and that `npm ci` finds the lock file in step with package.json.':
    'go.mod 或锁文件中的版本取代了最新版本：请检查构建能否使用它们，以及供 `npm ci` 使用的锁文件是否与 package.json 一致。',
  'Stack traces and runtime.Caller name packages in the place of folders: check what reads them.':
    '堆栈跟踪和 runtime.Caller 会给出包名而不是目录：请检查读取它们的程序。',
};
