/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** The builder, its cache and its machine, in Chinese. */
export const builder: FailureTexts = {
  'cache.import_miss': {
    message: '无法导入构建缓存；构建在没有缓存的情况下继续。',
    fix: '如果是分支的首次构建，则无需处理；否则检查缓存的名称、作用域和凭据。',
  },
  'cache.export_failed': {
    message: '镜像已构建，但无法导出构建缓存。',
    fix: '重新构建；在 cache-to 中设置 `ignore-error=true`，使缓存服务的故障不会导致构建失败，并及时更新 buildx 和 BuildKit。',
  },
  'cache.corrupt': {
    message: '构建器自身的存储中缺少其缓存所引用的内容。',
    fix: '不使用缓存重新构建（`--no-cache`），或清理构建器（`docker buildx prune`）；在 CI 中启动新的构建器。',
  },
  'resource.oom': {
    message: '该步骤被终止，或无法分配内存。',
    fix: '为构建器分配更多内存，或减少内存用量：`go build -p 1`、GOMEMLIMIT、减少并行的阶段。',
  },
  'builder.connection_lost': {
    message: '与构建器的连接中断：构建器已崩溃或重启，这与最后显示的步骤无关。',
    fix: '重新构建；如果问题依旧，查看构建器自身的日志和内存（它常因内存不足而被终止）。',
  },
  'builder.canceled': {
    message: '构建在结束前被取消；没有步骤失败。',
    fix: 'Dockerfile 无需修改：请查明是谁或什么取消了作业（更新的推送、时间限制或某个人）。',
  },
};
