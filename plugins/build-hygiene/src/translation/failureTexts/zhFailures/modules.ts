/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Modules and their files, in Chinese. */
export const modules: FailureTexts = {
  'gomod.checksum_mismatch': {
    message: '{module|某个模块} 的内容与 go.sum 的记录不符。',
    fix: '首先查明哪一方是正确的：是上游的标签被移动、代理改动了模块，还是 go.sum 已损坏。然后使用正确的版本；不要关闭校验和数据库。',
  },
  'gomod.missing_gosum': {
    message: 'go.sum 中没有 {module|构建所需的某个模块} 的条目。',
    fix: '执行 `go mod tidy` 并提交 go.sum，并在下载之前把 go.sum 与 go.mod 一起复制。',
  },
  'gomod.toolchain_version': {
    message: '代码需要 Go {need|的更新版本}，而镜像中的是 {have|较旧的版本}。',
    fix: '把 golang 镜像的标签至少升级到 go.mod 中 `go` 行的版本。',
  },
  'gomod.vendor_inconsistent': {
    message: 'vendor/modules.txt 与 go.mod 不一致。',
    fix: '执行 `go mod vendor` 并提交 vendor 目录。',
  },
  'gomod.workspace': {
    message: 'go.work 列出了构建中不存在的 {module|模块}。',
    fix: '复制工作区的所有模块，或以 `GOWORK=off` 构建，并让构建上下文不包含 go.work。',
  },
  'gomod.replace_missing': {
    message: 'go.mod 把某个模块替换为 {path|某个目录}，而构建中没有它。',
    fix: '在该步骤之前复制用来替换的目录（至少是其中的 go.mod），或去掉该 replace。',
  },
  'gomod.proxy_config': {
    message: 'GOPROXY 的值无法使用。',
    fix: '把 GOPROXY 设为 URL 列表，以逗号或竖线分隔，并以 `direct` 或 `off` 结尾。',
  },
  'gomod.syntax': {
    message: '{path|某个模块文件} 无法解析。',
    fix: '在该信息指出的行修正文件。',
  },
  'gomod.updates_needed': {
    message: 'go.mod 需要更新，而构建不能修改它。',
    fix: '执行 `go mod tidy` 并提交结果。',
  },
  'gomod.in_gopath': {
    message:
      'go 命令不接受直接位于 GOPATH 目录中的 go.mod，而该目录是 golang 镜像的工作目录。',
    fix: '在复制 go.mod 之前把 WORKDIR 设为其他目录，例如 /src。',
  },
  'gomod.vcs_protocol': {
    message: 'go 命令无法确定如何获取 {module|某个模块}。',
    fix: '检查模块路径（可能需要 `.git` 后缀）、GOPRIVATE 以及该主机的凭据。',
  },
  'gomod.unknown_revision': {
    message: '模块的代码仓库中没有版本 {revision|}。',
    fix: '检查 go.mod 所要求的标签或提交；如果是私有模块，还要检查凭据，因为登录被拒绝时也可能这样报错。',
  },
  'gomod.package_not_found': {
    message: '所依赖的模块都不提供包 {package|}。',
    fix: '用 `go get` 添加模块并提交 go.mod 和 go.sum，或检查导入路径，以及该目录是否已复制到构建中。',
  },
};
