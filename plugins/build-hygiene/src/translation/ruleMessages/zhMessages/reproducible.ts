/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

/** Messages of the reproducible rules, in Chinese. */
export const reproducible: RuleMessages = {
  'reproducible/dead-stage': {
    'No stage copies from this one or stands on it ({base}), and nothing builds it by name.':
      '没有阶段从该阶段（FROM {base}）复制或以它为基础，也没有任何地方按名称构建它。',
  },
  'reproducible/invalid-build': {
    '{path} is not in the build context ({place}): this step stops with "not found".':
      '{path} 不在构建上下文（{place}）中：该步骤会停止，报“not found”。',
    'the repository': '仓库',
    'There is no stage {name} before this FROM, only after it or in another case, so the builder looks for an image of that name.':
      '该 FROM 之前没有阶段 {name}（只在其后才有，或大小写不同），因此构建器会把它当作镜像去查找。',
    'There is no stage {name} before this FROM, but there is {other}, so the builder looks for an image of that name.':
      '该 FROM 之前没有阶段 {name}（但有 {other}），因此构建器会把它当作镜像去查找。',
    'There is no stage {name} in this Dockerfile, but there is {other}, so the builder looks for an image of that name.':
      '该 Dockerfile 中没有阶段 {name}（但有 {other}），因此构建器会把它当作镜像去查找。',
    'There is no stage {name} in this Dockerfile, so the builder looks for an image of that name.':
      '该 Dockerfile 中没有阶段 {name}，因此构建器会把它当作镜像去查找。',
    'The builder mounts {path} itself and read-only: this stops with "read-only file system".':
      '{path} 由构建器自行以只读方式挂载：此处会停止，报“read-only file system”。',
    'This writes to {path}, below a bind mount that is read-only: it stops with "read-only file system".':
      '此处写入 {path}，而它位于只读的绑定挂载之下：步骤会停止，报“read-only file system”。',
    'The builder rejects this: {message}.':
      '构建器会拒绝这里的内容：“{message}”。',
  },
  'reproducible/nondeterministic': {
    'The time of the build gets into {use}: the same commit gives another one each time.':
      '构建的时间会进入{use}：同一提交每次都得到不同的结果。',
    'A random value gets into {use}: the same commit gives another one each time.':
      '随机值会进入{use}：同一提交每次都得到不同的结果。',
    'the binary': '二进制文件',
    'a file of the layer': '层中的文件',
    'Each build makes another key, and all containers of one image share it.':
      '每次构建都会生成不同的密钥，而同一镜像的所有容器共用一个密钥。',
  },
  'reproducible/tool-unpinned': {
    '`go {command}` takes whatever version is newest on the day of the build.':
      '`go {command}` 使用构建当天最新的版本。',
    '`go {command}` takes whatever {version} stands for on the day of the build.':
      '`go {command}` 使用构建当天 {version} 所指的版本。',
    '`go get -u {package}` takes the newest version on the day of the build.':
      '`go get -u {package}` 使用构建当天最新的版本。',
    '`go {command}` names no version, and there is no go.mod yet that could.':
      '`go {command}` 没有指定版本，此时也还没有可以指定版本的 go.mod。',
    '`{command}` takes the newest version of {packages} and {count} more.':
      '`{command}` 安装 {packages} 和另外 {count} 个软件包的最新版本。',
    '`{command}` takes the newest version of {packages}.':
      '`{command}` 安装 {packages} 的最新版本。',
    '`npm install` may change what the lock file says, or has none to follow; `npm ci` installs exactly what it lists.':
      '`npm install` 可能会修改锁文件的内容，或没有锁文件可遵循；`npm ci` 则严格安装其中列出的内容。',
  },
  'reproducible/trimpath': {
    '`go {verb}` without `-trimpath` writes the folders of this build into the binary.':
      '`go {verb}` 没有加 `-trimpath`，会把本次构建的目录写进二进制文件。',
  },
};
