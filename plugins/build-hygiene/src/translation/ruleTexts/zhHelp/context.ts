/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on the build context, in Chinese. */
export const context: RuleHelps = {
  'context/dockerignore-missing': {
    why: '目录中的一切都会发送给构建器，包括 `.git`、文档和本地文件；其中任何内容有变化，都会使复制之后的层失效。本来不打算放进镜像的内容也可能混进去。',
    howToFix:
      '在上下文的根目录放一个 `.dockerignore`，或在 Dockerfile 旁边放一个 `<Dockerfile>.dockerignore`，其中至少要有 `.git`、文档、CI 文件和本地设置。不要把 go.mod、go.sum 和已纳入版本控制的 vendor 目录写进去。',
  },
  'context/needed-file-ignored': {
    why: '文件就在仓库里，大家都看得到，构建器却永远拿不到。构建要么停止，要么在缺少它的情况下继续，产出与评审过的不同的结果。',
    howToFix:
      '删除这条忽略规则，或在其后用 `!go.sum` 之类的行把文件加回来。以最后一条匹配的规则为准。',
  },
  'context/oversized': {
    why: '构建用不到的内容也会被读取、计算哈希；如果构建器在另一台机器上，还要在第一个步骤之前通过网络发送。旧版构建器和会打包上下文的客户端会全部发送；BuildKit 会省去没有任何指令提到的内容，但一句 `COPY . .` 就提到了全部。',
    howToFix:
      '把问题中列出的目录加入忽略文件。如果只针对多个 Dockerfile 中的一个，就把这些行写入 `<Dockerfile>.dockerignore`，该 Dockerfile 会用它代替 `.dockerignore`。',
  },
  'context/secret-files': {
    why: '上下文中的文件会发送给构建器，范围过大的 COPY 会把它们放进层和缓存，任何能访问镜像的人都能读取。在后面的步骤中删除它们也无济于事。',
    howToFix:
      '在 `.dockerignore` 中为每个文件加一行，构建需要的内容通过 `RUN --mount=type=secret` 传入，并吊销已经提交或公开的凭据。',
  },
  'context/vendor-ignored': {
    why: '把模块放进仓库，是为了让构建不需要网络，并使用评审过的代码。没有这个目录，go 命令就会改为下载模块；如果被要求使用 vendor，则会报“inconsistent vendoring”并停止。',
    howToFix:
      '删除针对 vendor 目录的忽略规则，或在其后加上 `!vendor`。如果镜像本来就该下载模块，则把 vendor 目录从仓库中移除。',
  },
};
