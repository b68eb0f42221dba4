/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

// The first that fits counts: the special ones stand before the general ones.
/** What the cache model cannot know, in Chinese. */
export const model: Sentences = {
  'Nothing that the build copies is in its context ({folder}), so another folder may be meant.':
    '构建所复制的内容都不在其构建上下文（{folder}）中，因此可能指的是其他目录。',
  'ADD in line {line} fetches from elsewhere, which may change at any time.':
    '第 {line} 行的 ADD 从其他地方获取内容，该内容随时可能变化。',
  'The base image in line {line} depends on {arguments}, which has no value here.':
    '第 {line} 行的基础镜像取决于 {arguments}，而它在此处没有值。',
  'What {image} in line {line} defers by ONBUILD is not known.':
    '不知道第 {line} 行的 {image} 用 ONBUILD 推迟了什么。',
  '{instruction} in line {line} takes the named context {name}, which is what {target} builds; that is not followed.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，它是 {target} 的构建结果；模型不会跟踪它。',
  '{instruction} in line {line} takes the named context {name} from elsewhere, which may change at any time.':
    '第 {line} 行的 {instruction} 使用来自其他地方的命名上下文 {name}，其内容随时可能变化。',
  '{instruction} in line {line} takes the named context {name}, and its value is not known.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，而它的值未知。',
  '{instruction} in line {line} takes the named context {name}, and it is an image in a folder.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，而它是目录中的镜像。',
  '{instruction} in line {line} takes the named context {name}, and its folder is not known, or outside of the repository.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，而它的目录未知，或在仓库之外。',
  '{instruction} in line {line} takes the named context {name}, and the repository has no file in {folder}.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，而仓库的 {folder} 中没有文件。',
  '{instruction} in line {line} takes the named context {name}, and {reason}.':
    '第 {line} 行的 {instruction} 使用命名上下文 {name}，而其内容未知：{reason}。',
  'The commands in line {line} cannot be read.': '无法解读第 {line} 行的命令。',
  'What line {line} does is in the Makefile; `{command}` is judged by its words.':
    '第 {line} 行的具体内容在 Makefile 中；对 `{command}` 只按其字面判断。',
  '{instruction} in line {line} depends on {argument}, which has no value here.':
    '第 {line} 行的 {instruction} 取决于 {argument}，而它在此处没有值。',
};
