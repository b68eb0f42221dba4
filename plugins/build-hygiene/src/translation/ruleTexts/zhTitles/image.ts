/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on the image, in Chinese. */
export const image: RuleTitles = {
  'image/base-end-of-life': {
    pass: '基础镜像所用的发行版本仍有修复更新',
    fail: '某个基础镜像所用的发行版本已不再有修复更新',
    fix: '把基础镜像换为仍受支持的版本',
  },
  'image/base-not-digest': {
    pass: '基础镜像已按摘要固定',
    fail: '某个基础镜像没有按摘要固定',
  },
  'image/base-untagged': {
    pass: '基础镜像指定了版本',
    fail: '某个基础镜像没有指定版本',
    fix: '为基础镜像指定版本',
  },
  'image/ca-certificates': {
    pass: '镜像中有 CA 证书',
    fail: '镜像中没有 CA 证书',
    fix: '复制构建阶段的 CA 证书',
  },
  'image/expose': {
    pass: '镜像声明了监听的端口',
    fail: '镜像没有声明监听的端口',
  },
  'image/healthcheck': {
    pass: '镜像说明了如何判断自身是否健康',
    fail: '镜像没有说明如何判断自身是否健康',
  },
  'image/labels': {
    pass: '镜像说明了自己的来源',
    fail: '镜像没有说明自己的来源',
  },
  'image/libc-mismatch': {
    pass: '镜像中有二进制文件所需的 C 库',
    fail: '二进制文件需要镜像中没有的 C 库',
    fix: '不使用 cgo 构建',
  },
  'image/minimal-base': {
    pass: '基础镜像适合静态二进制文件',
    fail: '静态二进制文件放在完整的发行版之上',
  },
  'image/package-hygiene': {
    pass: '安装软件包不留下多余内容',
    fail: '安装软件包留下了多余内容',
    fix: '安装软件包时不留下多余内容',
  },
  'image/registry': {
    pass: '镜像来自策略允许的镜像仓库',
    fail: '某个镜像来自策略不允许的镜像仓库',
  },
  'image/shell-form': {
    pass: '镜像直接启动程序',
    fail: '镜像通过 shell 启动程序',
    fix: '直接启动程序',
  },
  'image/source-in-runtime': {
    pass: '镜像只复制运行所需的内容',
    fail: '镜像复制了构建阶段的整个目录',
  },
  'image/toolchain-in-runtime': {
    pass: '镜像只含程序，不含构建它的工具',
    fail: '镜像带有 Go 工具链或源代码',
  },
};
