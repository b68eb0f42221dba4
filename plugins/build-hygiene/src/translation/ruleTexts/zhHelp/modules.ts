/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on go.mod and its requirements, in Chinese. */
export const modules: RuleHelps = {
  'modules/deprecated': {
    why: '它的作者已停止维护，因此下一个安全漏洞不会有人修补。服务越晚离开它，围绕它写的代码就越多。',
    howToFix:
      '改用弃用说明中给出的模块：执行 `go get example.com/lib/v2`，修改导入路径，再用 `go mod tidy` 去掉旧模块。只有模块代理知道弃用信息：在配置了代理，或用 `scan --proxy` 指定了代理时才检查此项。',
  },
  'modules/go-end-of-life': {
    why: '一个 Go 版本系列在有两个更新的系列发布之后就不再受支持。此后在其编译器和标准库中发现的问题，会留在用它构建的每个程序里，与程序本身做什么无关。',
    howToFix:
      '把构建镜像的标签升级到仍受支持的版本系列。go.mod 的 `go` 行可以不变：它表示模块能使用的最旧的 Go，而不是构建所用的 Go。',
  },
  'modules/go-newer-than-image': {
    why: '官方 Go 镜像设置了 GOTOOLCHAIN=local，因此如果模块的 go 行比 go 命令自身更新，go 命令就会拒绝它：镜像无法构建。更新依赖提高了 go 行，却没有人改 Dockerfile，就会发生这种情况。',
    howToFix:
      '把构建镜像的标签升级到 go.mod 中的 Go 版本，并让两者在同一个变更请求中更新。在拉取请求中构建镜像，这样差异在那里就会显现。',
  },
  'modules/go-patch-behind': {
    why: 'Go 的补丁版本会修补标准库和 go 命令中的漏洞：标准库是每个程序的一部分，go 命令则在构建镜像时运行。固定在旧补丁版本的镜像得不到这些修复。',
    howToFix:
      '把标签升级到该系列的最新补丁版本，并由机器人保持更新；或者只写版本系列，例如 `golang:1.27-alpine`，并不时用 `--pull` 构建。',
  },
  'modules/go-version-drift': {
    why: '运行测试所用的编译器和标准库与构建镜像的不同，因此测试结果说明不了实际运行的程序。等到 go.mod 提高要求的那一天，其中一处会失败，其他几处却照常通过。',
    howToFix:
      '只在一处写明版本：在 actions/setup-go 中使用 `go-version-file: go.mod`，在构建镜像的标签和版本管理器的文件中使用相同的版本系列。',
  },
  'modules/image-go-floating': {
    why: '模块写明了自己的 Go，镜像用的却是当天最新的：每半年编译器就会在没有任何提交的情况下改变，而存有旧镜像的机器会使用与流水线不同的 Go 来构建。',
    howToFix:
      '在标签中写明版本系列，例如 `golang:1.27-alpine`，并与 go.mod 一同升级。',
  },
  'modules/mutated-in-build': {
    why: '这样构建的内容就不是评审过的内容了：命令在构建当天选择版本，并写到没有人看到的地方。同一提交的两次构建可能含有不同的代码，缺少依赖或校验和也不会被发现。',
    howToFix:
      '在仓库中执行该命令并提交 go.mod 和 go.sum，让构建只读取它们：使用不带 `-mod=mod` 的 `go mod download` 和 `go build`。流水线中的 `go mod tidy -diff` 会指出它们是否过时。工具应写在 go.mod 中（`go get -tool`），或按版本安装：`go install example.com/tool@v1.2.3`。',
  },
  'modules/path': {
    why: '没有有效的路径，go 命令无法在该模块中构建任何内容。如果所依赖模块的路径没有主机名，就无从获取：`go mod download` 会停止，构建最多只能在本地恰好有该目录的地方成功。',
    howToFix:
      '在 go.mod 中用 `module` 行写明代码仓库的地址（`go mod edit -module=example.com/team/app`）。依赖同一仓库中的模块时，使用替换（`replace app/lib => ../lib`）或 go.work 文件，或者给它们可以获取的路径。',
  },
  'modules/pseudo-version': {
    why: '没有人发布过这个提交：它没有发布说明，没有兼容性承诺，更新机器人也会跳过它。它往往是急需某个修复时留下的，含有该修复的版本早已发布，它却还在。',
    howToFix:
      '看看后来的发布版本是否有你需要的内容：先执行 `go list -m -versions example.com/lib`，再执行 `go get example.com/lib@v1.2.4`。如果没有，在该行写注释说明原因。',
  },
  'modules/replace-breaks-download': {
    why: '模块中的每条 go 命令都会读取每个以目录替换的模块的 go.mod。只有 go.mod 和 go.sum 的层会报“reading lib/go.mod: no such file or directory”并停止，尽管该目录在后面会被复制。',
    howToFix:
      '在下载之前也复制被替换模块的 go.mod：`COPY lib/go.mod lib/go.mod`。它的源代码可以稍后再复制。',
  },
  'modules/replace-fork': {
    why: '构建的内容与依赖声明不符：模块的修复只有在维护分支的人合入之后才会到来，按依赖声明检查的扫描器看的是另一份代码。替换只在本模块中生效，在依赖本模块的地方不生效。',
    howToFix:
      '把修改提交给原模块并去掉替换，或者以分支自己的路径依赖它。在此之前，用注释说明这个分支的用途以及何时可以去掉。',
  },
  'modules/replace-outside-context': {
    why: '构建器只拥有上下文中的内容，因此 go 命令读不到替换的目录，只能停止。这只在写下这一行的人的机器上可行，在别处都不行。',
    howToFix:
      '从同时包含两者的目录构建（`docker build -f service/Dockerfile .`），把另一个目录作为命名上下文传入（`--build-context lib=../lib` 和 `COPY --from=lib`），依赖已发布的版本，或者使用不进入镜像的 go.work 文件。',
  },
  'modules/replace-unused': {
    why: '读 go.mod 的人会以为构建用的是该分支或旧版本，实际上不是。通常是依赖升级之后，针对旧版本的替换及其修复就在不知不觉中失效了。',
    howToFix:
      '删除这一行。如果它应当生效，就写上现在依赖的版本，或者去掉左侧的版本：`replace example.com/lib => example.com/us/lib v1.0.1`。',
  },
  'modules/retracted': {
    why: '作者撤回了该版本，多半是因为严重缺陷、泄露的文件或误发布。构建仍会一声不响地继续下载它，因为只有 `go get` 和 `go list -m -u` 会提示撤回。',
    howToFix:
      '换用之后没有问题的版本：先执行 `go get example.com/lib@v1.2.4`，再执行 `go mod tidy`。撤回的理由会说明已经发布的内容是否受影响。只有模块代理知道撤回信息：在配置了代理，或用 `scan --proxy` 指定了代理时才检查此项。',
  },
  'modules/sum-conflict': {
    why: '模块的一个版本只有一份内容，因此其中一个哈希值对应的是在你不知情时被移动或替换的代码。go 命令只采用第一行：如果错误的那行在前，它会报安全错误，否则没有人会注意到。',
    howToFix:
      '查明哪份内容才是真的：`go mod download -json module@version` 会查询校验和数据库并输出哈希值。删除另一行，并查清为什么会有两个：标签被移动过，或者私有代理中有不同的副本。',
  },
  'modules/sum-copied-but-absent': {
    why: '复制来源不存在时，构建器会停止：`"/go.sum": not found`。没有任何依赖的模块没有 go.sum，因此从其他项目拿来的 Dockerfile 在新项目中会失败。',
    howToFix:
      '写成 `COPY go.mod go.sum* ./`，有 go.sum 时才会复制它。如果模块确实有依赖，则执行 `go mod tidy` 并提交 go.sum。',
  },
  'modules/sum-incomplete': {
    why: 'go 命令在构建期间不会补上哈希值，而是报“missing go.sum entry”并停止。手工或由机器人改了 go.mod，或者合并时只采用了两个文件之一，就会发生这种情况。',
    howToFix:
      '执行 `go mod tidy`，并一起提交 go.mod 和 go.sum；拉取请求中的 `go mod tidy -diff` 可以保证今后不再发生。',
  },
  'modules/sum-malformed': {
    why: 'go 命令在 go.sum 中遇到第一个不是三个字段的行就会停止，遇到被截断的哈希值则会报安全错误。常见原因是合并没有完成。',
    howToFix:
      '执行 `go mod tidy` 并提交结果：只有这条命令会跳过读不懂的行，保留双方需要的行，并获取缺少的内容。',
  },
  'modules/sum-missing': {
    why: '没有 go.sum，go 命令会拒绝构建；如果要求它写入该文件，它就会接受网络给出的任何内容。这样就无从证明同一提交的两次构建使用的是相同的代码。',
    howToFix: '执行 `go mod tidy`，并一起提交 go.sum 和 go.mod。',
  },
  'modules/sum-not-copied': {
    why: '没有 go.sum，下载会接受得到的任何内容，不与仓库中的记录核对。编译步骤会报“missing go.sum entry”并停止；只有 go.sum 改变时，存放模块的层也不会更新。',
    howToFix: '在下载之前复制这两个文件：`COPY go.mod go.sum ./`。',
  },
  'modules/sum-unknown-hash': {
    why: 'go 命令只认识一种哈希值，即 `h1:`，其他的都会跳过，最多给出警告。这样的行看似是保护，其实不是：对应的模块会未经核对就被采用，或者构建因缺少哈希值而停止。',
    howToFix: '删除这些行并执行 `go mod tidy`，它会写入对应的 `h1:` 哈希值。',
  },
  'modules/syntax': {
    why: '只要有一行 go 命令读不懂，该模块中的所有命令都会停止：无法下载、构建或测试。常见原因是合并没有完成，或者使用了此处不允许的指令。',
    howToFix:
      '改正该行，并用 `go mod edit -fmt`（`go work edit -fmt`）读取一次文件：它会给出相同的错误，而且不需要网络。',
  },
  'modules/toolchain-download': {
    why: '如果 GOTOOLCHAIN 设置得比 `local` 更宽，只要 go.mod 要求更新的 Go，go 命令就会下载整个工具链：模块缓存为空的每次构建都要下载约 70 MB；无法连接模块代理或校验和数据库时，构建还会失败。从镜像的标签也看不出编译程序用的是什么了。',
    howToFix:
      '去掉 GOTOOLCHAIN 设置，使官方镜像的 `local` 生效，并让镜像的标签随 go.mod 的 go 行一同升级：\n\n```dockerfile\nFROM golang:1.27 AS build\n# no ENV GOTOOLCHAIN\n```',
  },
  'modules/toolchain-invalid': {
    why: '如果 toolchain 行写的不是工具链，或者与 go 行相同，go 命令会拒绝构建；而 `go mod download` 仍会通过，因此到了构建步骤才会发现。比 go 行更旧的工具链没有效果。',
    howToFix:
      '像 `go mod tidy` 那样去掉 toolchain 行，或者写一个比 go 行更新的版本：`toolchain go1.27.4`。',
  },
  'modules/vendor-inconsistent': {
    why: '有 vendor 目录时，go 命令会先比较 vendor/modules.txt 与 go.mod，只要有差异就会报“inconsistent vendoring”并停止。多半是有人或机器人改了 go.mod，却没有更新该目录。',
    howToFix:
      '执行 `go mod vendor`（工作区用 `go work vendor`），并一起提交 go.mod、go.sum 和整个 vendor 目录。如果不再需要 vendor，则删除该目录。',
  },
  'modules/vendor-unused': {
    why: '仓库带有模块，是为了让构建不需要网络，并使用评审过的代码。这个步骤却仍要全部下载：既花时间，又会在某个模块源不可用时失败。',
    howToFix:
      '删除 `go mod download` 和 `-mod=mod` 之类的参数，并在构建之前复制 vendor 目录：从 Go 1.14 起，`go build` 会自动使用它。如果不打算使用 vendor，则删除该目录。',
  },
  'modules/version-canonical': {
    why: 'go 命令会向模块代理查询 `v1.2` 指的是哪个版本；由于构建期间不得修改 go.mod，它会报“updates to go.mod needed”并停止。如果路径与版本已经相符，再加 `+incompatible` 指的就是一个不存在的版本。',
    howToFix:
      '执行 `go mod tidy`（或 `go get example.com/lib@v1.2`），它会写入实际所指的版本，然后提交 go.mod 和 go.sum。v0 和 v1 的版本，以及以 `/v2` 或更高版本结尾的路径，都应去掉 `+incompatible`。',
  },
  'modules/workspace-in-context': {
    why: 'go 命令会在所有上级目录中寻找 go.work，并读取其中列出的每个模块的 go.mod。镜像中缺少任何一个，都会报“cannot load module … listed in go.work file”并停止，哪怕是在不需要它的模块中。',
    howToFix:
      '用 `ENV GOWORK=off` 让构建不使用工作区，或在 .dockerignore 中加入 `go.work` 和 `go.work.sum` 两行排除这些文件。如果确实要使用工作区，则在第一条 go 命令之前复制其中所有模块的 go.mod。',
  },
};
