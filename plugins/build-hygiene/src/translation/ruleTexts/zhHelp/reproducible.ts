/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on builds that can be repeated, in Chinese. */
export const reproducible: RuleHelps = {
  'reproducible/dead-stage': {
    why: '如果没有其他阶段从它复制或以它为基础，它又没有可供指定构建的名称，这个阶段就永远不会被构建。其中的错误不会被发现，读者还会以为它是镜像的一部分。',
    howToFix:
      '删除该阶段，或写明使用它的地方：`COPY --from=<stage>`，或流水线中的 `--target <stage>`。',
  },
  'reproducible/invalid-build': {
    why: '构建器会拒绝该文件，或在无法完成的步骤停止，因此任何人都无法从新克隆的仓库构建这个镜像。在修复之前，修改和安全修复都到不了镜像中。',
    howToFix:
      '改正问题中指出的内容：指令、参数或阶段的拼写，COPY 来源的路径，或排除了它的忽略规则。绑定挂载是只读的，因此要把二进制文件写到挂载之外的目录。`docker build --check .` 可在构建之前给出语法错误。',
  },
  'reproducible/nondeterministic': {
    why: '这样一来，同一提交的每次构建都会得到不同的镜像，无法验证镜像确实来自其源代码。命中缓存的步骤会保留旧值，因此二进制文件中的日期也不是构建的日期。',
    howToFix:
      '使用提交的日期，并在使用之前才以参数声明：`ARG SOURCE_DATE_EPOCH` 和 `date -u -d "@$SOURCE_DATE_EPOCH"`；Go 二进制文件可通过 `runtime/debug.ReadBuildInfo` 得知提交和日期。密钥应在容器启动时生成，而不是在构建镜像时。',
  },
  'reproducible/tool-unpinned': {
    why: '只要有人发布新版本，同一提交的构建就会不同，而且会在没有任何修改的某一天失败。被他人接管的包会随下一次构建进入镜像。',
    howToFix:
      '写明版本：`go install golang.org/x/tools/cmd/stringer@v0.38.0`，或在 go.mod 中用 `tool` 行并通过 `go tool` 执行；`pip install -r requirements.txt` 配合 `==`；有锁文件时用 `npm ci`，或用 `npm install -g name@1.2.3`。',
  },
  'reproducible/trimpath': {
    why: '不加 `-trimpath`，构建时的目录就会写进二进制文件，因此同一提交在不同的目录中会得到不同的二进制文件。堆栈跟踪也会暴露构建器的目录结构。',
    howToFix:
      '为构建加上该参数：`go build -trimpath -o /out/app ./cmd/app`，或用 `ENV GOFLAGS=-trimpath` 为所有命令设置。同一流水线中的构建和测试都应使用相同的参数，否则构建缓存无法在它们之间共用。',
  },
};
