/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on pipelines, in Chinese. */
export const ci: RuleHelps = {
  'ci/actions-unpinned': {
    why: '标签可以被移动：谁接管了某个 Action，谁就能在构建和推送镜像的作业中运行代码，并拿到其中的机密。2025 年 3 月，`tj-actions/changed-files` 就发生过这种事：它的标签全部被指向一个会打印机密的提交。',
    howToFix:
      '写明提交，并把版本留作注释，Dependabot 和 Renovate 会据此更新：`uses: owner/action@<40 digits> # v1.2.3`。GitHub 和 Docker 自己的 Action 不在此列。',
  },
  'ci/buildkit-disabled': {
    why: '设置 `DOCKER_BUILDKIT=0` 后，Docker 会使用旧版构建器：各阶段依次执行，发送整个上下文，不支持缓存挂载、机密挂载和远程缓存。它已被弃用，将来会被移除。',
    howToFix:
      '去掉 `DOCKER_BUILDKIT=0`：从 Docker 23 起 BuildKit 是默认构建器。如果引擎版本较旧，设置 `DOCKER_BUILDKIT=1`，或使用 `docker buildx build`。',
  },
  'ci/credentials-in-workflow': {
    why: '任何能读取该仓库或其副本的人都能使用这个凭据，即使删掉那一行，历史记录中仍会保留。流水线用来登录的凭据通常可以推送镜像或读取私有模块。',
    howToFix:
      '先吊销该凭据。把新的凭据保存为 CI 系统的机密，在需要的地方引用：`password: ${{ secrets.REGISTRY_TOKEN }}`。更好的做法是让作业以自己的身份登录（`permissions: id-token: write`），这样就没有凭据需要保管。',
  },
  'ci/image-not-built-on-change': {
    why: '测试使用工作流安装的 Go，镜像使用 Dockerfile 中的 Go。如果某次修改提高了 `go.mod` 中的版本，或新增了 Dockerfile 没有复制的目录，检查会一直通过，直到为发布构建镜像时才失败。',
    howToFix:
      '在拉取请求的工作流中构建镜像但不推送：使用 `- uses: docker/build-push-action@v6`，并设置 `push: false`、`cache-from: type=gha` 和 `cache-to: type=gha,mode=max`。',
  },
  'ci/module-cache-key': {
    why: '如果缓存的键没有引用任何文件，或引用的文件不存在，缓存就要么从不写入，要么从不更新。于是每次运行都要从代理下载模块，代理没有响应时就会失败。',
    howToFix:
      '为 `actions/setup-go` 指定校验和文件的路径，例如 `cache-dependency-path: backend/go.sum`；有多个模块时用 `**/go.sum`。在 `actions/cache` 的键中，使用带 `**/go.sum` 的 `hashFiles`。',
  },
  'ci/no-build-record': {
    why: '门户根据构建日志得知实际有多少步骤来自缓存，以及构建为何失败。没有日志，它只知道文件里写了什么。',
    howToFix:
      '按构建记录的文档所述，在构建之后的步骤中发送构建日志：`curl --data-binary @build.log "$BACKSTAGE_URL/api/build-hygiene/builds?entityRef=component:default/<name>"`。',
  },
  'ci/no-timeout': {
    why: '如果模块代理或镜像仓库接受了连接却一直没有响应，构建就会卡到作业允许的最长时间；不另行设置时，这是六小时。在此期间 Runner 一直被占用，也没有人知道构建卡住了。',
    howToFix:
      '在作业上设置 `timeout-minutes: 60`，该值应明显高于最慢的构建所需的时间；也可以设置在执行构建的步骤上。',
  },
  'ci/unknown-flag': {
    why: '`docker build` 遇到不认识的参数就会停止。构建 Action 遇到不认识的输入只给出警告，然后不带它继续构建，因此得到的并不是想要的镜像。',
    howToFix:
      '去掉该参数，或改成本来想用的那个。域名服务器在 `daemon.json` 或 `buildkitd.toml` 中设置，时间限制设置在步骤上（`timeout-minutes`），传给构建的值用 `--build-arg`。',
  },
};
