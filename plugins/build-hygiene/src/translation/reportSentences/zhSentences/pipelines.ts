/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Pipelines, in Chinese. */
export const pipelines: Sentences = {
  'No workflow is known to build an image.': '没有已知会构建镜像的工作流。',
  'There is no pipeline.': '没有流水线。',
  'There is no Dockerfile of a service.': '没有服务的 Dockerfile。',
  'No workflow of pull requests is known.': '没有已知的拉取请求工作流。',
  'No workflow of pull requests is known to run Go.':
    '没有已知会运行 Go 的拉取请求工作流。',
  // The last one fits what the first two say, too.
  'An image may be built by a script of the job {job}.':
    '镜像可能由作业 {job} 的脚本构建。',
  'An image may be built by the workflow that the job {job} calls.':
    '镜像可能由作业 {job} 调用的工作流构建。',
  'An image may be built by {what}.': '镜像可能由 {what} 构建。',
  'No workflow is known to cache Go modules.':
    '没有已知会缓存 Go 模块的工作流。',
  'No catalog-info.yaml tells which service this is.':
    '没有 catalog-info.yaml 说明这是哪个服务。',
  'No pipeline is known to build an image.': '没有已知会构建镜像的流水线。',
  'No workflow that pushes or pull requests start is known to build this image.':
    '在由推送或拉取请求触发的工作流中，没有已知会构建该镜像的。',
};
