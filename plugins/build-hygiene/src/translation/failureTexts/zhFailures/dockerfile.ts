/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Dockerfiles and how they are built, in Chinese. */
export const dockerfile: FailureTexts = {
  'dockerfile.target': {
    message: 'Dockerfile 中没有 {target|所要求的} 阶段。',
    fix: '对照 Dockerfile 中 AS 的名称，检查 `--target`（或 compose 和 bake 中的 `target:`）。',
  },
  'dockerfile.stage_typo': {
    message:
      'Dockerfile 从它没有定义的 {stage|阶段} 复制，因此构建器去查找了同名的镜像。',
    fix: '修正 `--from`（或 FROM）中的阶段名称，或写出镜像的完整名称。',
  },
  'dockerfile.syntax': {
    message: 'Dockerfile 无效（{line|位置见日志}）：{detail|其内容无法解析}。',
    fix: '修正该行的指令。',
  },
};
