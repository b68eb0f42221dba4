/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on pipelines, in Chinese. */
export const ci: RuleTitles = {
  'ci/actions-unpinned': {
    pass: '镜像构建使用的第三方 Action 已固定版本',
    fail: '镜像构建按标签使用第三方 Action',
  },
  'ci/buildkit-disabled': {
    pass: '镜像使用 BuildKit 构建',
    fail: '某条流水线使用旧版构建器',
    fix: '使用 BuildKit 构建',
  },
  'ci/credentials-in-workflow': {
    pass: '流水线中没有凭据',
    fail: '某条流水线中含有凭据',
  },
  'ci/image-not-built-on-change': {
    pass: '有修改时会构建镜像',
    fail: '有修改时不会构建镜像',
  },
  'ci/module-cache-key': {
    pass: '工作流的模块缓存随模块更新',
    fail: '某个工作流的模块缓存不随模块更新',
    fix: '让模块缓存随 go.sum 更新',
  },
  'ci/no-build-record': {
    pass: '构建会发送到门户',
    fail: '构建没有发送到门户',
    fix: '把构建发送到门户',
  },
  'ci/no-timeout': {
    pass: '构建镜像的作业有时间限制',
    fail: '某个构建镜像的作业没有时间限制',
    fix: '为构建镜像的作业设置时间限制',
  },
  'ci/unknown-flag': {
    pass: '构建使用的参数和输入都存在',
    fail: '构建使用了不存在的参数或输入',
    fix: '只传给构建它认识的参数和输入',
  },
};
