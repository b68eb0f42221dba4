/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of modules rules, in Chinese. */
export const modules: Sentences = {
  'Another compiler, and often another distribution below it, builds the image: run the tests on {images}, whose variants were looked up on {date}.':
    '镜像将由另一个编译器构建，其下的发行版往往也会不同：请在 {images} 上运行测试；镜像的变体查询于 {date}。',
  '{images} and golang:{tag}': '{images}、golang:{tag}',
  'Tests and tools run with another Go from then on (patch releases as of {date}).':
    '此后测试和工具将使用另一个版本的 Go（补丁版本截至 {date}）。',
  'See whether the replacement was meant to have an effect: then it should name the version that is required.':
    '看看该替换是否本应生效：如果是，它应写明所依赖的版本。',
  'Check that {toolchain} is the toolchain that was meant.':
    '请确认 {toolchain} 就是想要的工具链。',
  'The image is built from go.mod alone then: see whether replacements or a go.work.sum of the workspace are needed.':
    '此后镜像只根据 go.mod 构建：看看是否需要工作区中的替换或 go.work.sum。',
};
