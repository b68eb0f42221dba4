/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on the image, in Chinese. */
export const image: RuleHelps = {
  'image/base-end-of-life': {
    why: '其中的库被发现的漏洞会一直存在，重新构建也无法修补。它的软件包迟早会从镜像站下架，到时镜像就无法构建了。',
    howToFix:
      '换用仍受支持的版本，例如 `alpine:3.24`、`debian:trixie-slim` 或 `gcr.io/distroless/static-debian13:nonroot`，并检查 Dockerfile 安装的软件包。',
  },
  'image/base-not-digest': {
    why: '镜像每次重新构建，标签都会指向新的镜像，因此同一提交下周构建出的内容就不同了，而且谁接管了镜像仓库的账号，谁就能决定其内容。摘要则永远指向同一个镜像。',
    howToFix:
      '在标签后面加上摘要，即 `FROM golang:1.27.4@sha256:…`：摘要可用 `docker buildx imagetools inspect golang:1.27.4` 查到。让 Renovate 或 Dependabot 同时更新标签和摘要，否则永远得不到基础镜像的修复。',
  },
  'image/base-untagged': {
    why: '没有标签或标签为 `latest` 的镜像，明天就是另一个镜像了：同一提交会构建出不同的内容，或者无法再构建。层缓存也会随之失效，因为基础镜像一更新，建立在其上的一切都要重新构建。',
    howToFix:
      '指定由你主动更新的版本，例如 `golang:1.27` 或 `gcr.io/distroless/static-debian13:nonroot`；如果构建必须完全可重现，再加上摘要。',
  },
  'image/ca-certificates': {
    why: '没有 CA 证书，服务发起的每个 TLS 连接都会失败，报“x509: certificate signed by unknown authority”。测试发现不了这个问题，因为运行测试的地方有证书。',
    howToFix:
      '从构建阶段复制证书：`COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`，或以 `gcr.io/distroless/static-debian13:nonroot` 为基础镜像，其中已有证书，也有时区数据。',
  },
  'image/expose': {
    why: 'EXPOSE 并不会开放端口，它只是告诉人和工具该服务监听哪个端口。没有它，就得去看源代码。',
    howToFix:
      '声明启动命令中的端口：启动命令为 `ENTRYPOINT ["/app", "--port=8080"]` 时，写 `EXPOSE 8080`。',
  },
  'image/healthcheck': {
    why: '只要进程还在运行，Docker 和 Compose 就认为容器是健康的，哪怕它已不再响应。Kubernetes 不读取 HEALTHCHECK：在那里由 Pod 的探针完成这项工作。',
    howToFix:
      '让程序自己检查自己：`HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "healthcheck"]`。在 Kubernetes 上设置 `readinessProbe` 和 `livenessProbe`，并关闭此规则。',
  },
  'image/labels': {
    why: '镜像仓库、扫描器和人都靠标签（LABEL）找到镜像对应的代码仓库。没有它，就无法从运行中的容器追溯到提交。',
    howToFix:
      '写明代码仓库，并放在最后的指令中，这样就不会因此重新构建任何内容：`LABEL org.opencontainers.image.source="https://git.example.com/team/app"`；也可以在流水线中由 `docker/metadata-action` 设置这些标签。',
  },
  'image/libc-mismatch': {
    why: '启用 cgo 时，net 和 os/user 包会让二进制文件链接到构建镜像的 C 库。如果最终镜像中是另一种 C 库或没有 C 库，容器就无法启动：明明文件存在，却报“no such file or directory”。',
    howToFix:
      '如果没有代码需要 cgo，就不使用它：在构建阶段设置 `ENV CGO_ENABLED=0`。否则让两个阶段基于相同的 C 库：`golang:1.27-trixie` 搭配 `gcr.io/distroless/base-debian13`，`golang:1.27-alpine` 搭配 `alpine`。',
  },
  'image/minimal-base': {
    why: '不依赖 C 库的二进制文件不需要发行版中的任何内容：shell、包管理器和各种库只会让镜像大出约 30 到 80 MB。扫描器会报告它们的漏洞，而每个漏洞都意味着服务要重新发布一次。',
    howToFix:
      '使用 `gcr.io/distroless/static-debian13:nonroot`，其中有 CA 证书、时区数据和一个用户；或者使用 `scratch`，并从构建阶段复制服务所需的内容。',
  },
  'image/package-hygiene': {
    why: '软件包列表和推荐安装的软件包会让镜像变大，让扫描器报告更多问题，却没有一样会用到。等待回答的命令在构建中会失败，因为没有人来回答。',
    howToFix:
      '写在一条 RUN 里：`apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*`，或者为 /var/cache/apt 和 /var/lib/apt 配置缓存挂载；在 Alpine 上用 `apk add --no-cache ca-certificates`。要得到更新的软件包，应更新基础镜像，而不是使用 `upgrade`。',
  },
  'image/registry': {
    why: '指定了镜像仓库的组织清楚其中镜像的内容，会扫描它们，并保证随时可用。来自别处的镜像绕过了这一切；一旦那个镜像仓库限制下载或发生故障，所有构建都会停止。',
    howToFix:
      '如果策略指定的镜像仓库中有该镜像的副本，就从那里获取：用 `FROM registry.example.com/library/golang:1.27` 代替 `FROM golang:1.27`。如果没有，请为它建立副本，或把它所在的镜像仓库加入策略的 `registries`。',
  },
  'image/shell-form': {
    why: '使用 shell 形式时，1 号进程是 `/bin/sh`，它不会转发信号：服务不会正常关闭，而是在宽限期结束后被强行终止。scratch 和 distroless 中没有 shell，容器根本无法启动。',
    howToFix:
      '用双引号的 JSON 列表写 ENTRYPOINT 和 CMD：`ENTRYPOINT ["/app", "--port=8080"]`。如果需要展开变量，就让 shell 用程序替换自身：`CMD exec /app --port=$PORT`。',
  },
  'image/source-in-runtime': {
    why: '复制模块缓存、主目录或整个上下文，会把源代码、测试以及旁边的一切带进镜像，包括构建用的凭据。每个节点都要拉取这些内容，而且任何文件有变化都会使该层重新生成。',
    howToFix:
      '按路径复制二进制文件：`COPY --from=build /out/app /app`，并逐一写明服务还要读取的内容：`COPY --from=build /src/templates /templates`。',
  },
  'image/toolchain-in-runtime': {
    why: 'Go 镜像约 800 MB，含有编译器、shell、git 和包管理器，每个节点都要拉取，每个扫描器都会报告。谁进入了容器，谁就能看到源代码，还有现成的编译器可用。',
    howToFix:
      '增加第二个阶段，使用小型基础镜像，只复制二进制文件：`FROM gcr.io/distroless/static-debian13:nonroot`，`COPY --from=build /out/app /app`。',
  },
};
