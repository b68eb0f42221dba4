/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** The build context and its ignore file, in Chinese. */
export const context: Sentences = {
  'There is no ignore file: context/dockerignore-missing tells.':
    '没有忽略文件：见 context/dockerignore-missing。',
  'There is no ignore file.': '没有忽略文件。',
  'The build takes no files from the context.':
    '构建没有从构建上下文中取用文件。',
  'The modules that are built are not vendored.':
    '所构建的模块没有使用 vendor 目录。',
  'A COPY names the folder that is dropped, and the build stops: context/needed-file-ignored tells.':
    '有一条 COPY 指定了被排除的目录，构建会因此停止：见 context/needed-file-ignored。',
};
