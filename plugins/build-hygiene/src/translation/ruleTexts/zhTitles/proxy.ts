/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on module proxies and private modules, in Chinese. */
export const proxy: RuleTitles = {
  'proxy/argument-not-declared': {
    pass: '构建传入的 Go 设置能到达 go 命令',
    fail: '构建传入的某个 Go 设置没有到达 go 命令',
    fix: '声明构建传入的参数',
  },
  'proxy/dead-entries': {
    pass: 'GOPROXY 的每一项都有机会用到',
    fail: 'GOPROXY 中有永远不会用到的项',
    fix: '删除永远不会用到的项',
  },
  'proxy/direct-only': {
    pass: '公共模块通过模块代理获取',
    fail: '公共模块直接从各自的主机获取',
    fix: '先访问模块代理',
  },
  'proxy/direct-without-git': {
    pass: '从主机直接获取模块的镜像中有 git',
    fail: '需要用 git 获取模块，镜像中却没有 git',
    fix: '在获取模块的地方安装 git',
  },
  'proxy/insecure-url': {
    pass: '模块通过加密连接获取',
    fail: '模块通过任何人都能篡改的连接获取',
  },
  'proxy/no-fallback': {
    pass: '模块代理出故障不会使构建停止',
    fail: '构建依赖于单个公共模块代理',
    fix: '任何错误之后都转到下一个模块源',
  },
  'proxy/obsolete-setting': {
    pass: '没有设置重复早已默认的行为',
    fail: '某个设置重复了早已默认的行为',
    fix: '删除与默认行为相同的设置',
  },
  'proxy/pattern-invalid': {
    pass: '私有模块的模式能够匹配',
    fail: '某个私有模块的模式匹配不到任何内容',
    fix: '写能匹配私有模块的模式',
  },
  'proxy/private-leak': {
    pass: '查询私有模块时不经过公共服务',
    fail: '会向公共服务查询私有模块',
    fix: '在 GOPRIVATE 中写明私有模块',
  },
  'proxy/private-too-broad': {
    pass: '只有私有模块被当作私有',
    fail: '公共模块被当作私有',
  },
  'proxy/sumdb-off': {
    pass: '下载的模块经过校验',
    fail: '模块下载的校验被关闭',
    fix: '恢复对模块下载的校验',
  },
  'proxy/unknown-variable': {
    pass: '为 go 命令设置的变量都是它认识的',
    fail: '设置了 go 命令不认识的变量',
    fix: '使用 go 命令认识的变量名',
  },
};
