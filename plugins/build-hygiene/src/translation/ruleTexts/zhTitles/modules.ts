/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on go.mod and its requirements, in Chinese. */
export const modules: RuleTitles = {
  'modules/deprecated': {
    pass: '没有已弃用的直接依赖',
    fail: '某个直接依赖已弃用',
  },
  'modules/go-end-of-life': {
    pass: '构建镜像中的 Go 仍受支持',
    fail: '构建镜像中的 Go 已不再有修复更新',
    fix: '把构建镜像升级到仍受支持的 Go',
  },
  'modules/go-newer-than-image': {
    pass: '构建镜像中有模块要求的 Go',
    fail: '模块要求的 Go 比构建镜像中的更新',
    fix: '把构建镜像升级到 go.mod 要求的 Go',
  },
  'modules/go-patch-behind': {
    pass: '构建镜像没有缺少其 Go 版本系列的已知安全修复',
    fail: '构建镜像缺少其 Go 版本系列的安全修复',
    fix: '把构建镜像升级到其 Go 版本系列的最新补丁版本',
  },
  'modules/go-version-drift': {
    pass: '构建镜像、流水线和工具使用相同的 Go 版本系列',
    fail: '构建镜像、流水线和工具使用不同的 Go 版本系列',
    fix: '在流水线和工具文件中写相同的 Go 版本系列',
  },
  'modules/image-go-floating': {
    pass: '构建镜像的标签指明了 Go 版本系列',
    fail: '构建镜像使用当时最新的 Go',
    fix: '在构建镜像的标签中写明 Go 版本系列',
  },
  'modules/mutated-in-build': {
    pass: '构建按原样使用模块文件',
    fail: '构建会修改 go.mod 或 go.sum',
  },
  'modules/path': {
    pass: '模块路径可用',
    fail: '某个模块路径不可用',
  },
  'modules/pseudo-version': {
    pass: '直接依赖都是正式发布的版本',
    fail: '某个直接依赖是两个发布版本之间的提交',
  },
  'modules/replace-breaks-download': {
    pass: 'go 命令需要被替换的模块时，它们已经就位',
    fail: '某条 go 命令执行时，被替换模块的目录还不存在',
    fix: '在下载之前复制被替换模块的 go.mod',
  },
  'modules/replace-fork': {
    pass: '构建的就是所声明的依赖模块',
    fail: '某个依赖模块被替换为另一个模块',
  },
  'modules/replace-outside-context': {
    pass: '被替换的模块在构建上下文中',
    fail: '某个模块被替换为构建上下文之外的目录',
  },
  'modules/replace-unused': {
    pass: '每条替换都有效果',
    fail: '某条替换没有效果',
    fix: '删除没有效果的替换',
  },
  'modules/retracted': {
    pass: '依赖的版本都没有被撤回',
    fail: '依赖的某个版本已被作者撤回',
  },
  'modules/sum-conflict': {
    pass: 'go.sum 中每个模块版本只有一个哈希值',
    fail: 'go.sum 中某个模块版本有两个哈希值',
  },
  'modules/sum-copied-but-absent': {
    pass: 'Dockerfile 要复制的 go.sum 存在',
    fail: 'Dockerfile 要复制的 go.sum 不存在',
    fix: '仅在有 go.sum 时才复制它',
  },
  'modules/sum-incomplete': {
    pass: 'go.sum 中有 go.mod 所需的哈希值',
    fail: 'go.mod 依赖的某些模块在 go.sum 中没有哈希值',
  },
  'modules/sum-malformed': {
    pass: 'go.sum 可以读取',
    fail: 'go.sum 无法读取',
  },
  'modules/sum-missing': {
    pass: '依赖都有校验和',
    fail: '模块有依赖，却没有 go.sum',
  },
  'modules/sum-not-copied': {
    pass: '获取模块时已有 go.sum',
    fail: '获取模块时没有仓库中的 go.sum',
    fix: '把 go.sum 与 go.mod 一起复制',
  },
  'modules/sum-unknown-hash': {
    pass: 'go 命令认识 go.sum 中的哈希值',
    fail: 'go.sum 中有 go 命令不会核对的哈希值',
  },
  'modules/syntax': {
    pass: 'go 命令能读取模块文件',
    fail: 'go 命令无法读取某个模块文件',
  },
  'modules/toolchain-download': {
    pass: '构建使用镜像自带的 Go',
    fail: '构建可能会下载镜像自带之外的 Go',
  },
  'modules/toolchain-invalid': {
    pass: 'toolchain 行指定了比 go 行更新的工具链',
    fail: 'toolchain 行有误或没有效果',
    fix: '改正 toolchain 行',
  },
  'modules/vendor-inconsistent': {
    pass: 'vendor 目录与 go.mod 一致',
    fail: 'vendor 目录与 go.mod 不一致',
  },
  'modules/vendor-unused': {
    pass: '构建从 vendor 目录获取模块',
    fail: '仓库中有 vendor，构建却仍在下载模块',
    fix: '从 vendor 目录构建，不再下载',
  },
  'modules/version-canonical': {
    pass: '版本号都写完整',
    fail: '某个版本号没有写完整',
  },
  'modules/workspace-in-context': {
    pass: '镜像中的工作区是完整的',
    fail: 'go.work 进入了镜像，其中列出的模块却没有',
    fix: '不使用工作区构建',
  },
};
