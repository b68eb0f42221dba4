/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

/** Messages of the image rules, in Chinese. */
export const image: RuleMessages = {
  'image/base-end-of-life': {
    '{image} is {name}, which is certainly not updated any more (as of {date}).':
      '{image} 是 {name}：根据 {date} 的信息，它确已不再更新。',
    '{image} is {name}, whose support certainly ended on {end} (as of {date}).':
      '{image} 是 {name}：根据 {date} 的信息，其支持确已于 {end} 结束。',
    '{image} is {name}, whose support was announced, as of {date}, to end on {end}: it possibly gets no fixes any more.':
      '{image} 是 {name}：根据 {date} 的信息，其支持预定于 {end} 结束，现在可能已不再有修复更新。',
    '{image} is supported.': '{image} 仍受支持。',
    'distroless/{image} without a Debian release':
      'distroless/{image}（未注明 Debian 版本）',
    'distroless/{image} on Debian {release}':
      'distroless/{image}（Debian {release}）',
  },
  'image/base-not-digest': {
    'What {image} names can change from one build to the next.':
      '{image} 所指的镜像，每次构建时都可能不同。',
  },
  'image/base-untagged': {
    'The base image {image} has no tag, so each pull may bring another version.':
      '基础镜像 {image} 没有标签，每次拉取到的版本都可能不同。',
    'The base image {image} is whatever is newest on the day of the build.':
      '基础镜像 {image} 指向构建当天最新的版本。',
  },
  'image/ca-certificates': {
    '{base} has no CA certificates and none are added: TLS connections that the service opens fail.':
      '{base} 中没有 CA 证书，也没有另外添加：服务发起的 TLS 连接会失败。',
  },
  'image/expose': {
    'The start command names port {port}, and there is no EXPOSE for it.':
      '启动命令指定了端口 {port}，却没有相应的 EXPOSE。',
  },
  'image/healthcheck': {
    'The server on port {port} has no HEALTHCHECK: it counts as healthy while its process runs.':
      '端口 {port} 上的服务器没有 HEALTHCHECK：只要进程还在运行，它就被视为健康。',
  },
  'image/labels': {
    'No label names the repository of the image: org.opencontainers.image.source is the one that registries read.':
      '没有标签（LABEL）注明镜像对应的代码仓库：镜像仓库读取的是 org.opencontainers.image.source。',
  },
  'image/libc-mismatch': {
    'cgo is on here, so the binary is linked against {builder}; the image that runs has no C library, and the program does not start.':
      '此处启用了 cgo，二进制文件会链接到 {builder}；而运行的镜像中没有 C 库，程序无法启动。',
    'cgo is on here, so the binary is linked against {builder}; the image that runs has {runtime}, and the program does not start.':
      '此处启用了 cgo，二进制文件会链接到 {builder}；而运行的镜像中是 {runtime}，程序无法启动。',
  },
  'image/minimal-base': {
    'The binary is built with CGO_ENABLED=0, and the Dockerfile uses nothing else of {name}.':
      '二进制文件以 CGO_ENABLED=0 构建，而 Dockerfile 没有用到 {name} 中的其他任何内容。',
  },
  'image/package-hygiene': {
    '`{command}`:': '`{command}`：',
    '`apt` is for people at a terminal and changes its options; scripts use `apt-get`.':
      '`apt` 供人在终端中使用，其选项会变化；脚本应使用 `apt-get`。',
    'It asks whether to go on, and nobody answers: add `-y`.':
      '它会询问是否继续，而没有人回答：请加上 `-y`。',
    'It also installs recommended packages that nothing asked for: add `--no-install-recommends`.':
      '它还会安装并未要求的推荐软件包：请加上 `--no-install-recommends`。',
    'The package lists stay in this layer of the image: remove /var/lib/apt/lists in the same RUN.':
      '软件包列表会留在镜像的这一层中：请在同一条 RUN 中删除 /var/lib/apt/lists。',
    'The package index stays in this layer of the image: add `--no-cache`.':
      '软件包索引会留在镜像的这一层中：请加上 `--no-cache`。',
    'It replaces packages of the base image, which stay in its layers, by whatever is newest on the day of the build.':
      '它把基础镜像中的软件包换成构建当天最新的版本，而原来的仍留在基础镜像的层中。',
  },
  'image/registry': {
    '{image} comes from {host}, and the policy allows {allowed} and {count} more.':
      '{image} 来自 {host}，而策略只允许 {allowed} 和另外 {count} 处。',
    '{image} comes from {host}, and the policy allows {allowed}.':
      '{image} 来自 {host}，而策略只允许 {allowed}。',
  },
  'image/shell-form': {
    '{keyword} looks like a list but is not valid JSON (double quotes are needed), so a shell is asked to run it as text.':
      '{keyword} 看似列表，但不是有效的 JSON（需要双引号），因此会作为文本交给 shell 执行。',
    '{keyword} is in shell form, and this image has no /bin/sh: the container cannot start.':
      '{keyword} 使用 shell 形式，而该镜像中没有 /bin/sh：容器无法启动。',
    '{keyword} is in shell form: /bin/sh runs as process 1 and does not pass SIGTERM on to the program.':
      '{keyword} 使用 shell 形式：/bin/sh 作为 1 号进程运行，不会把 SIGTERM 转发给程序。',
  },
  'image/source-in-runtime': {
    'This puts {what} into the image that runs.':
      '{what}会因此进入运行的镜像。',
    'the whole build context': '整个构建上下文',
    'all of the build stage': '构建阶段的全部内容',
    'the module cache': '模块缓存',
    'the sources': '源代码',
    'the home folder of the build': '构建阶段的主目录',
    'the Go toolchain': 'Go 工具链',
  },
  'image/toolchain-in-runtime': {
    'The image that runs stands on {base}: it carries the Go toolchain with everything that was needed for the build.':
      '运行的镜像以 {base} 为基础：它带有 Go 工具链以及构建所需的一切。',
    'This puts the Go sources into the image that runs; it needs the binary only.':
      '这会把 Go 源代码带进运行的镜像，而它只需要二进制文件。',
  },
};
