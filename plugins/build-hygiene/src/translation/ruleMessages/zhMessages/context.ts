/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

// The first that fits counts: the special ones stand before the general ones.
/** Messages of the context rules, in Chinese. */
export const context: RuleMessages = {
  'context/dockerignore-missing': {
    'This takes {folder}, 1 file, and there is no ignore file.':
      '这里取用{folder}（1 个文件），而且没有忽略文件。',
    'This takes {folder}, {count} files, and there is no ignore file.':
      '这里取用{folder}（{count} 个文件），而且没有忽略文件。',
    'This takes {folder}, 1 file, and {path} has no patterns.':
      '这里取用{folder}（1 个文件），而 {path} 中没有任何规则。',
    'This takes {folder}, {count} files, and {path} has no patterns.':
      '这里取用{folder}（{count} 个文件），而 {path} 中没有任何规则。',
    'the whole repository': '整个仓库',
    'the whole folder {path}': '整个目录 {path}',
  },
  'context/needed-file-ignored': {
    'This keeps everything in {path} out of the build context, and {instruction} in line {line} of {dockerfile} gets an empty folder.':
      '这会把 {path} 中的所有内容排除在构建上下文之外，{dockerfile} 第 {line} 行的 {instruction} 得到的是空目录。',
    'This keeps {path} out of the build context, and {instruction} in line {line} of {dockerfile} names it: the build stops with "not found".':
      '这会把 {path} 排除在构建上下文之外，而 {dockerfile} 第 {line} 行的 {instruction} 指定了它：构建会报“not found”并停止。',
    'This keeps {path} out of the build context, and {module} replaces a module with that folder: the go command stops.':
      '这会把 {path} 排除在构建上下文之外，而 {module} 用该目录替换了一个模块：go 命令会停止。',
    'This keeps {path} out of the build context: the go command finds no module and stops.':
      '这会把 {path} 排除在构建上下文之外：go 命令会因找不到模块而停止。',
    'This keeps {path} out of the build context: the go command misses the checksums of the required modules and stops.':
      '这会把 {path} 排除在构建上下文之外：go 命令会因缺少所依赖模块的校验和而停止。',
  },
  'context/oversized': {
    'The build context is {size}, of which the build can use {used}: {before} → {after} without {places}.':
      '构建上下文为 {size}，其中构建能用的有 {used}：排除 {places}后，{before} → {after}。',
    '{a} ({x} MB), {b} ({y} MB), {c} ({z} MB) and {count} more':
      '{a}（{x} MB）、{b}（{y} MB）、{c}（{z} MB）和其他 {count} 处',
    '{a} ({x} MB), {b} ({y} MB) and {c} ({z} MB)':
      '{a}（{x} MB）、{b}（{y} MB）和 {c}（{z} MB）',
    '{a} ({x} MB) and {b} ({y} MB)': '{a}（{x} MB）和 {b}（{y} MB）',
    '{a} ({x} MB)': '{a}（{x} MB）',
  },
  'context/secret-files': {
    'This file holds {what}, and {place} copies it into the final image.':
      '该文件含有{what}，而 {place} 把它复制到最终镜像中。',
    'This file holds {what}, and {place} takes it into the build.':
      '该文件含有{what}，而 {place} 把它带入构建。',
    'This file holds {what}, and is in the build context of {dockerfile}.':
      '该文件含有{what}，并且在 {dockerfile} 的构建上下文中。',
    'a registry token': '软件包仓库的令牌',
    'the settings of an environment, where passwords and tokens are kept':
      '某个环境的设置，其中存放着密码和令牌',
    'a private key': '私钥',
    'access to a cluster': '集群的访问凭据',
    'Terraform state, with every secret that Terraform has seen':
      '保存了 Terraform 所接触全部机密的状态数据',
    'the key of a service account': '服务账号的密钥',
    credentials: '凭据',
  },
  'context/vendor-ignored': {
    'This keeps {path} and the modules beside it out of the build context: {effect}.':
      '这会把 {path} 及其旁边的模块排除在构建上下文之外：{effect}。',
    'the go command is told to build from them and stops':
      'go 命令被要求用它们构建，会因此停止',
    'the go command downloads them again, past what was reviewed':
      'go 命令会重新下载它们，绕过了评审过的内容',
  },
};
