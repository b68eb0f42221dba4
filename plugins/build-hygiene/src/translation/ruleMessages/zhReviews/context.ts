/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of context rules, in Chinese. */
export const context: Sentences = {
  'Without `.git` the go command no longer writes the commit into the binary (`vcs.revision`): check that nothing reads it.':
    '没有 `.git`，go 命令就不再把提交写入程序（`vcs.revision`）：请确认没有任何地方读取它。',
  'Check that no script that the build runs needs them.':
    '请确认构建所执行的脚本都不需要它们。',
  'Check that no Go file embeds the documents that are left out.':
    '请确认没有 Go 文件嵌入被排除的文档。',
  'Check that the program does not read the documents that are left out of its image.':
    '请确认程序不会读取从其镜像中排除的文档。',
  'Files that were left out so far get into the build: check that they were not left out on purpose.':
    '之前被排除的文件会进入构建：请确认它们不是有意排除的。',
  'Check that nothing embeds or reads the files that are left out.':
    '请确认没有任何地方嵌入或读取被排除的文件。',
  'The files no longer get into the build: check that neither it nor the program reads them there.':
    '这些文件不再进入构建：请确认构建和程序都不会在那里读取它们。',
  'The image is then built from the vendor folder, and not from what is downloaded: check that the folder is up to date.':
    '此后镜像由 vendor 目录构建，而不是由下载的内容构建：请确认该目录是最新的。',
};
