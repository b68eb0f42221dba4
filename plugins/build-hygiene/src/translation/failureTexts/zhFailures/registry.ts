/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Image registries, in Chinese. */
export const registry: FailureTexts = {
  'registry.rate_limit': {
    message: '镜像仓库因拉取次数过多而拒绝了请求 {image|}。',
    fix: '在构建之前登录镜像仓库，或通过镜像站拉取基础镜像。',
  },
  'registry.platform': {
    message: '该镜像没有适用于 {platform|此次构建的平台} 的版本。',
    fix: '使用为该平台发布的基础镜像，或去掉该平台。',
  },
  'registry.5xx': {
    message: '镜像仓库 {host|} 返回了服务器错误。',
    fix: '重新构建；如果问题依旧，查看镜像仓库的状态页面。',
  },
  'registry.push_denied': {
    message: '镜像仓库拒绝了推送：没有权限或没有登录。',
    fix: '使用可以写入该仓库的账号登录（在 GitHub 上需要 `permissions: packages: write`），并检查镜像名称。',
  },
  'registry.not_found': {
    message: '镜像 {image|} 不存在，或此构建器无权查看。',
    fix: '检查镜像的名称和标签；如果是私有镜像，在构建之前登录。',
  },
  'registry.unreachable': {
    message: '无法连接镜像仓库 {host|}。',
    fix: '重新构建；如果问题依旧，检查构建器的网络、代理设置以及镜像仓库。',
  },
};
