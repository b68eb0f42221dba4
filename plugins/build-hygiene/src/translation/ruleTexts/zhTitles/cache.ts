/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on the layer cache, in Chinese. */
export const cache: RuleTitles = {
  'cache/build-cache-mount': {
    pass: '编译步骤保留 Go 构建缓存',
    fail: '每次修改源代码都会重新编译所有包',
    fix: '用缓存挂载保留 Go 构建缓存',
  },
  'cache/cleaned-in-build': {
    pass: '没有步骤删除仍有用的缓存',
    fail: '某个步骤删除了仍有用的缓存',
    fix: '保留仍有用的缓存',
  },
  'cache/commit-busts': {
    pass: '仅有新提交不会重新执行耗时步骤',
    fail: '无论改了什么，每次提交都会重新执行耗时步骤',
    fix: '让随每次提交变化的内容远离耗时步骤',
  },
  'cache/deps-before-source': {
    pass: '修改源代码不会下载模块',
    fail: '每次修改源代码都会重新下载所有模块',
    fix: '让模块在修改源代码后仍得以保留',
  },
  'cache/futile-copy': {
    pass: '每个用于省工的复制都有效果',
    fail: '用于省工的复制并没有省下什么',
    fix: '删除省不下工作的复制',
  },
  'cache/hit-rate': {
    pass: '构建的大多数步骤来自缓存',
    fail: '构建中来自缓存的步骤太少',
  },
  'cache/module-cache-mount': {
    pass: '升级依赖时只下载新的内容',
    fail: '升级一个依赖会重新下载所有模块',
    fix: '用缓存挂载保留模块',
  },
  'cache/mount-on-ephemeral': {
    pass: '流水线不只依靠缓存挂载',
    fail: '缓存挂载在每次流水线中都是空的',
  },
  'cache/mount-target': {
    pass: 'Go 的缓存挂载位于 Go 存放缓存的位置',
    fail: 'Go 的某个缓存挂载不在 Go 存放该缓存的位置',
    fix: '改正位置不对的缓存挂载',
  },
  'cache/no-cache-always': {
    pass: '流水线使用缓存',
    fail: '流水线从不使用缓存',
    fix: '使用缓存',
  },
  'cache/packages-after-source': {
    pass: '修改源代码不会安装软件包',
    fail: '每次修改源代码都会重新安装软件包',
    fix: '在复制源代码之前安装软件包',
  },
  'cache/remote-cache-missing': {
    pass: '流水线能找到之前构建的层',
    fail: '每次流水线都从零开始构建镜像',
    fix: '把层保存到 GitHub Actions 的缓存中',
  },
  'cache/remote-cache-mode-min': {
    pass: '导出的缓存包含耗时的阶段',
    fail: '导出的缓存缺少耗时的阶段',
    fix: '导出所有阶段的层',
  },
  'cache/unrelated-change-busts': {
    pass: '修改文档、CI 文件和测试不会重新执行耗时步骤',
    fail: '与程序无关的修改会重新执行耗时步骤',
    fix: '从构建上下文中排除文档、测试和 CI 文件',
  },
};
