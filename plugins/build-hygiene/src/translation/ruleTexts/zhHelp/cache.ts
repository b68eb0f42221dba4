/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on the layer cache, in Chinese. */
export const cache: RuleHelps = {
  'cache/build-cache-mount': {
    why: '编译步骤重新执行时，构建缓存是空的，因此只改一个文件也要重新编译标准库和所有依赖。在长期存活的构建器上，有了缓存挂载就只需编译有改动的包。',
    howToFix:
      '为编译步骤加上 `--mount=type=cache,target=/root/.cache/go-build`；如果该步骤的用户下 `go env GOCACHE` 给出的是其他目录，则挂载那个目录。同时去掉 `-a`：有了它，无论缓存里有什么，Go 都会全部重新编译。',
  },
  'cache/cleaned-in-build': {
    why: '缓存挂载由所有构建共用，在其中删除内容会让下一次构建从头下载或编译。如果是在层里，这条命令要么没有东西可删，要么删掉了下一条 go 命令又得重新获取的内容。',
    howToFix:
      '删除这条命令。缓存挂载里的内容不会进入镜像，前面阶段里的内容也不会；旧缓存由构建器自行回收。',
  },
  'cache/commit-busts': {
    why: '提交 ID、构建日期或 `.git` 目录在耗时步骤之前就进入了构建，因此任意两次提交都无法共用这些层。哪怕只改 README 里的一句话，也要付出一次完整构建的代价。',
    howToFix:
      '把 `.git` 加入 `.dockerignore`，并把 `ARG GIT_SHA` 之类的参数声明在使用它的步骤之前：最后一个编译步骤，或者更好的做法是放到末尾的 LABEL。把提交写入程序的编译步骤需要为构建缓存配置缓存挂载。',
  },
  'cache/deps-before-source': {
    why: '模块既不在修改源代码后仍然有效的层里，也不在构建器会保留的缓存挂载里，因此每次构建都要全部重新下载：这要花上几分钟，而且每次构建都可能因网络问题失败。如果构建器在每个作业中都是新建的并导入缓存，那么它只有层可用，缓存挂载一开始是空的：把模块下载到挂载中的 `go mod download` 在那里会显示为命中缓存，而编译步骤会重新下载一切。',
    howToFix:
      '先复制 `go.mod` 和 `go.sum`（或用绑定挂载提供），执行 `go mod download`，再复制源代码。在保留磁盘的构建器上，为下载和编译的步骤加上 `--mount=type=cache,target=/go/pkg/mod` 同样有效。在每次从空开始并以 `mode=max` 导入缓存的 Runner 上，应从所有这些步骤中去掉该挂载，让模块留在层里；或者在作业之间传递缓存挂载。如果没有导入缓存，或导入的是 `mode=min` 的缓存，怎样调整顺序都没有用：此时按开发者机器的情况评估步骤顺序，流水线缺少什么由 cache/remote-cache-missing 或 cache/remote-cache-mode-min 说明。',
  },
  'cache/futile-copy': {
    why: '这个复制看起来像缓存，其实不是：它复制的内容是空的，或者下一步会再次带来。它让 Dockerfile 更难读，还掩盖了工作仍在重做的事实。',
    howToFix:
      '删除这个复制。在保留磁盘的构建器上，由缓存挂载保留模块和编译好的包；在从空开始并导入缓存的构建器上，由层保留模块。在复制 go.mod 与复制源代码之间，必须有一条 `RUN go mod download`。',
  },
  'cache/hit-rate': {
    why: '这是该服务的构建实际的表现，而不是文件所承诺的：每个没有命中缓存的步骤，都要在每次提交时付出时间。命中率低说明步骤顺序、构建上下文或构建器的缓存不合适。',
    howToFix:
      '先修复层缓存方面的其他问题，首先是这里点名的那一个。如果没有其他问题，就检查构建器：缓存如果在构建结束后不保留，对后面的构建就没有帮助。',
  },
  'cache/module-cache-mount': {
    why: '只要 go.mod 或 go.sum 有变化，存放模块的层就会从空开始重新生成。使用缓存挂载后，构建器会保留模块，升级依赖时只需下载有变化的那个模块。',
    howToFix:
      '为下载步骤加上 `--mount=type=cache,target=/go/pkg/mod`（如果该处 `go env GOMODCACHE` 给出的是其他目录，则挂载那个目录），并为每个编译步骤加上同样的挂载：模块已不在层里了。',
  },
  'cache/mount-on-ephemeral': {
    why: '缓存挂载存放在构建器中，而这个构建器在每个作业结束后都会被丢弃。因此每次构建都要重新下载模块、重新编译所有包，而且导出的缓存也不包含挂载里的内容。',
    howToFix:
      '把模块下载到层里（`COPY go.mod go.sum ./` 和 `RUN go mod download`，该步骤和编译步骤都不要为模块配置挂载），并以 `mode=max` 导入和导出缓存。或者使用保留磁盘的构建器：自托管 Runner 或远程构建器。',
  },
  'cache/mount-target': {
    why: 'go 命令的目录由 GOMODCACHE、GOPATH、GOCACHE 以及执行它的用户的主目录决定。挂载在其他位置就会永远是空的，Dockerfile 看起来没问题，每次构建却都要从头下载或编译。',
    howToFix:
      '挂载该步骤中 `go env GOMODCACHE` 或 `go env GOCACHE` 输出的目录：在官方镜像中是 `/go/pkg/mod`，root 用户的构建缓存是 `/root/.cache/go-build`。或者用 ENV 把 GOMODCACHE 和 GOCACHE 设为所挂载的目录。如果构建器的缓存挂载每次都从空开始，则去掉该挂载。',
  },
  'cache/no-cache-always': {
    why: '带 `--no-cache` 的构建会执行每一个步骤，因此无论怎样调整 Dockerfile 的顺序、换什么构建器，都不会变快。更新基础镜像靠的是它的标签或摘要，缓存并不妨碍这一点。',
    howToFix:
      '从由推送和拉取请求触发的构建中去掉 `no-cache: true` 或 `--no-cache`。如果要获取发行版的新软件包，可以定时进行不带缓存的构建，或用 `--no-cache-filter` 只针对一个阶段。',
  },
  'cache/packages-after-source': {
    why: '软件包并不依赖源代码，安装步骤却排在源代码之后，因此每次构建都要重新下载和解压。软件包镜像站一出问题，构建就会失败；同一提交的两次构建也可能得到不同的版本。',
    howToFix:
      '把安装步骤移到第一个复制源代码的 COPY 之前；在最终阶段，则移到带来程序的 `COPY --from` 之前。',
  },
  'cache/remote-cache-missing': {
    why: '作业每次都在新机器上运行，又不导入缓存，因此无论改了什么，每次构建都会执行每一个步骤。Dockerfile 的顺序和缓存挂载在这里都省不了时间。',
    howToFix:
      '用 `docker/setup-buildx-action` 设置构建器，用 `cache-from: type=registry,ref=…` 导入缓存，用 `cache-to: type=registry,ref=…,mode=max` 导出缓存；`type=gha` 则不需要镜像仓库。',
  },
  'cache/remote-cache-mode-min': {
    why: '使用 `mode=min`（默认值）或 `type=inline` 时，只会导出最终镜像的层。下载模块和编译的阶段在每个作业中都要从零构建。',
    howToFix:
      '为 `cache-to` 加上 `mode=max`。`type=inline` 没有模式可选，应改为导出到 `type=registry,ref=…,mode=max` 或 `type=gha,mode=max`。这样一来，只要没有用缓存挂载存放模块，层就会保留模块：挂载不在任何层里，每个作业中都从空开始。',
  },
  'cache/unrelated-change-busts': {
    why: '某个 COPY 会带入文档、CI 文件或测试，因此只改了这些内容的提交也要重新下载或编译。',
    howToFix:
      '在忽略文件中加入 `*.md`、`.github` 和 `**/*_test.go` 之类的行，或者只复制程序用到的目录。',
  },
};
