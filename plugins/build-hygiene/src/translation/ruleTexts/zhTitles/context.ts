/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on the build context, in Chinese. */
export const context: RuleTitles = {
  'context/dockerignore-missing': {
    pass: '有忽略文件限制构建上下文',
    fail: '整个仓库都是构建上下文，没有忽略文件加以限制',
    fix: '从构建上下文中排除构建不需要的内容',
  },
  'context/needed-file-ignored': {
    pass: '忽略文件没有排除构建所需的内容',
    fail: '忽略文件排除了构建所需的内容',
    fix: '放行构建所需的内容',
  },
  'context/oversized': {
    pass: '构建上下文的大部分内容可供使用',
    fail: '构建上下文有一半以上的内容对构建没有用处',
    fix: '从构建上下文中排除构建用不到的内容',
  },
  'context/secret-files': {
    pass: '构建上下文中没有凭据文件',
    fail: '构建上下文中有凭据文件',
    fix: '不让凭据进入构建上下文',
  },
  'context/vendor-ignored': {
    pass: '构建能拿到 vendor 中的模块',
    fail: '忽略文件排除了 vendor 中的模块',
    fix: '放行 vendor 中的模块',
  },
};
