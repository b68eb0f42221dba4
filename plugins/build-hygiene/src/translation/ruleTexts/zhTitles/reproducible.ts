/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on builds that can be repeated, in Chinese. */
export const reproducible: RuleTitles = {
  'reproducible/dead-stage': {
    pass: '每个阶段都有用处',
    fail: '某个阶段没有被使用',
    fix: '删除没有被使用的阶段',
  },
  'reproducible/invalid-build': {
    pass: 'Dockerfile 中没有已知会使构建停止的内容',
    fail: 'Dockerfile 无法构建',
  },
  'reproducible/nondeterministic': {
    pass: '没有步骤把时间或随机内容写入产物',
    fail: '某个步骤把时间或随机内容写入产物',
  },
  'reproducible/tool-unpinned': {
    pass: '安装的工具都指定了版本',
    fail: '某个工具安装的是当时最新的版本',
    fix: '按仓库中写明的版本安装工具',
  },
  'reproducible/trimpath': {
    pass: '二进制文件不含构建时的路径',
    fail: '二进制文件含有构建时的路径',
    fix: '不让构建时的路径进入二进制文件',
  },
};
