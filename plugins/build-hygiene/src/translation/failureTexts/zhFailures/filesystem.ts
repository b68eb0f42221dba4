/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Files and disks, in Chinese. */
export const filesystem: FailureTexts = {
  'fs.dockerfile_missing': {
    message: '构建器在 {path|给定的路径} 找不到 Dockerfile。',
    fix: '检查 `-f`/`--file` 和构建上下文：该路径相对于启动构建的目录。',
  },
  'fs.copy_missing': {
    message: '{path|某个文件} 不在构建上下文中，也不在要从中复制的阶段中。',
    fix: '检查路径（相对于构建上下文的根目录）、该文件是否已提交，以及 .dockerignore 是否排除了它。',
  },
  'fs.disk_full': {
    message: '构建器的磁盘空间已用完。',
    fix: '清理构建器的磁盘（`docker builder prune`、`docker system df`），或换用更大的磁盘；缩小构建上下文、减少缓存的层也有帮助。',
  },
  'fs.readonly': {
    message: '该步骤向以只读方式挂载的 {path|路径} 写入。',
    fix: '绑定挂载默认只读，除非指定 `rw`（写入的内容会被丢弃）：请写到其他位置。',
  },
  'fs.permission': {
    message: '该步骤的用户无权使用 {path|某个文件}。',
    fix: '核对该步骤的 USER 与文件的所有者（`COPY --chown`），以及脚本的可执行权限（`COPY --chmod`）。',
  },
};
