/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

// The first that fits counts: the special ones stand before the general ones.
/** Messages of the ci rules, in Chinese. */
export const ci: RuleMessages = {
  'ci/actions-unpinned': {
    'Taken by a tag or branch that can move: {actions} and {count} more.':
      '以可移动的标签或分支引用：{actions} 以及另外 {count} 个。',
    'Taken by a tag or branch that can move: {actions}.':
      '以可移动的标签或分支引用：{actions}。',
    '{action}@{reference}, {others}': '{action}@{reference}、{others}',
  },
  'ci/buildkit-disabled': {
    'DOCKER_BUILDKIT=0 makes `{command}` use the legacy builder.':
      'DOCKER_BUILDKIT=0 让 `{command}` 使用旧版构建器。',
  },
  'ci/credentials-in-workflow': {
    'A token ({start}…) is written out in the pipeline.':
      '流水线中明文写有一个令牌（{start}…）。',
    'A private key is written out in the pipeline.':
      '流水线中明文写有一个私钥。',
    'The value of {name} is written out in the pipeline.':
      '流水线中明文写有 {name} 的值。',
    'A password for {host} is written out in the pipeline.':
      '流水线中明文写有 {host} 的密码。',
    'The password of `{program} login` is written out in the pipeline.':
      '流水线中明文写有 `{program} login` 的密码。',
  },
  'ci/image-not-built-on-change': {
    'Pull requests are checked, but no workflow builds the image of {dockerfile} when something changes.':
      '拉取请求会经过检查，但有修改时没有工作流构建 {dockerfile} 的镜像。',
  },
  'ci/module-cache-key': {
    'There is no {path}, so actions/setup-go caches no modules.':
      '{path} 不存在，因此 actions/setup-go 不缓存任何模块。',
    'actions/setup-go looks for {file} in the root folder, where there is none, and caches no modules.':
      'actions/setup-go 在根目录中查找 {file}，而那里没有，因此不缓存任何模块。',
    'The key of the module cache never changes, and a cache is never written twice: modules that are added later are downloaded in each run.':
      '模块缓存的键从不变化，而同一个缓存不会写入两次：之后新增的模块每次运行都要下载。',
    'No file of the repository is named by {pattern}, so the key of the module cache never changes.':
      '仓库中没有与 {pattern} 匹配的文件，因此模块缓存的键从不变化。',
  },
  'ci/no-build-record': {
    'The image is built here, and its log is not sent to the portal.':
      '这里构建镜像，但没有把构建日志发送到门户。',
  },
  'ci/no-timeout': {
    'The job {job} builds an image and may run for {minutes} minutes.':
      '作业 {job} 构建镜像，最长可运行 {minutes} 分钟。',
  },
  'ci/unknown-flag': {
    '`docker build` has no flag --{name} and fails; --{meant} is meant, it seems.':
      '`docker build` 没有参数 --{name}，会失败；看来本意是 --{meant}。',
    '`docker build` has no flag --{name} and fails: {remedy}.':
      '`docker build` 没有参数 --{name}，会失败：{remedy}。',
    'docker/build-push-action has no input `{name}` and ignores it; `{meant}` is meant, it seems.':
      'docker/build-push-action 没有输入 `{name}`，会忽略它；看来本意是 `{meant}`。',
    'Nothing reads the variable {name}: {remedy}.':
      '没有任何程序读取变量 {name}：{remedy}。',
    'name servers are set in `daemon.json` (`dns`) or in the `[dns]` section of `buildkitd.toml`':
      '域名服务器在 `daemon.json`（`dns`）或 `buildkitd.toml` 的 `[dns]` 部分设置',
    'search domains are set in `daemon.json` (`dns-search`) or in the `[dns]` section of `buildkitd.toml`':
      '搜索域在 `daemon.json`（`dns-search`）或 `buildkitd.toml` 的 `[dns]` 部分设置',
    'options of the resolver are set in `daemon.json` (`dns-opts`) or in the `[dns]` section of `buildkitd.toml`':
      '解析器的选项在 `daemon.json`（`dns-opts`）或 `buildkitd.toml` 的 `[dns]` 部分设置',
    'BuildKit repeats failed pulls by itself, and a step of the pipeline can be repeated as a whole':
      'BuildKit 会自行重试失败的拉取，流水线的步骤也可以整个重试',
    'the time limit of a build is that of its step or job':
      '构建的时间限制由所在的步骤或作业设置',
    'a build takes values with `--build-arg` and `ARG`':
      '构建通过 `--build-arg` 和 `ARG` 取得值',
    'folders come from `--build-context` or from `RUN --mount` in the Dockerfile':
      '目录通过 `--build-context` 或 Dockerfile 中的 `RUN --mount` 提供',
    'mounts are given by `RUN --mount` in the Dockerfile':
      '挂载由 Dockerfile 中的 `RUN --mount` 指定',
    'a step asks for it with `RUN --security=insecure`, and the build allows it with `--allow security.insecure`':
      '步骤用 `RUN --security=insecure` 申请，构建用 `--allow security.insecure` 允许',
    'it is a flag of `docker run`': '它是 `docker run` 的参数',
    'the flag is `--file`': '应使用参数 `--file`',
    'the folder of the context is the last word of the command':
      '构建上下文的目录写在命令的最后',
    'parallel steps are bounded by `max-parallelism` in `buildkitd.toml`':
      '并行步骤的数量由 `buildkitd.toml` 中的 `max-parallelism` 限制',
    'what a step may log is bounded by BUILDKIT_STEP_LOG_MAX_SIZE and BUILDKIT_STEP_LOG_MAX_SPEED of the daemon':
      '步骤的日志量由守护进程的 BUILDKIT_STEP_LOG_MAX_SIZE 和 BUILDKIT_STEP_LOG_MAX_SPEED 限制',
  },
};
