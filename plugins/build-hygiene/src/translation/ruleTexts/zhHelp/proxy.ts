/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on module proxies and private modules, in Chinese. */
export const proxy: RuleHelps = {
  'proxy/argument-not-declared': {
    why: '构建参数只有在同一阶段中、声明同名 ARG 之后才可见；写在第一个 FROM 之前的 ARG 不起作用。没有声明，`--build-arg GOPRIVATE=…` 就会被丢弃，go 命令会使用默认值。',
    howToFix:
      '在执行 go 的阶段中、第一个需要它的 RUN 之前声明：`ARG GOPRIVATE`。go 命令会在环境中看到它，无需 ENV。',
  },
  'proxy/dead-entries': {
    why: 'Go 读取 GOPROXY 时，遇到第一个 `direct` 或 `off` 就停止，忽略其余各项。如果指望后面的代理，构建看似有后备，实际上会停止。',
    howToFix:
      '把 `direct` 或 `off` 放在最后：`GOPROXY=https://goproxy.corp.example,direct`。它后面的项可以直接删除，行为不会有任何变化。',
  },
  'proxy/direct-only': {
    why: '使用 `GOPROXY=direct` 时，每次构建都要访问每个模块的主机并克隆其代码仓库，镜像中还要有 git。只要有一台主机响应慢、限制请求或丢失了标签，构建就会停止，而代理本可以保留该模块。',
    howToFix:
      '先访问代理，并写明哪些模块不得经过代理：`GOPROXY=https://proxy.golang.org,direct`，配合 `GOPRIVATE=git.corp.example`。',
  },
  'proxy/direct-without-git': {
    why: 'GOPRIVATE 或 GONOPROXY 指定的模块，以及使用 `GOPROXY=direct` 时的所有模块，都要用 git 克隆。Go 镜像的 Alpine 变体中没有 git，构建会停止并报 `exec: "git": executable file not found in $PATH`。',
    howToFix:
      '在获取模块的阶段安装 git：`RUN apk add --no-cache git`。或者换用带有 git 的镜像变体，例如 `golang:1.27`。',
  },
  'proxy/insecure-url': {
    why: '使用明文 HTTP 或 GOINSECURE 时，处在传输途中的任何人都能看到构建请求了哪些模块，还能代替主机作出应答。go.sum 中还没有的模块，以及校验和数据库不知道的一切，都会不经核对地进入镜像。',
    howToFix:
      '为代理配置证书，并写 `GOPROXY=https://goproxy.corp.example`。使用私有证书颁发机构时，把其证书放进镜像（`SSL_CERT_FILE`），而不是在 GOINSECURE 中列出主机。',
  },
  'proxy/no-fallback': {
    why: 'GOPROXY 中的逗号只在返回 404 和 410 后才会转到下一个来源：代理停机、拒绝请求或返回 5xx 时，即使列表中还有其他来源，构建也会停止。第三方的公共代理发生过这样的故障。',
    howToFix:
      '可以互相替代的来源用竖线分隔：`GOPROXY="https://goproxy.cn|https://proxy.golang.org|direct"`。如果是由你们自己的代理决定可以使用什么，其后仍用逗号：在那里，403 必须使构建停止。',
  },
  'proxy/obsolete-setting': {
    why: '从 Go 1.16 起，模块模式是唯一的默认模式；从 Docker Engine 23 起，`docker build` 使用的就是 BuildKit。要求启用它们的设置毫无作用，只会让人以为还有别的可能。',
    howToFix:
      '去掉 `GO111MODULE=on`；如果引擎版本为 23 或更新，也去掉 `DOCKER_BUILDKIT=1`。',
  },
  'proxy/pattern-invalid': {
    why: '对于 GOPRIVATE 中无法匹配的项，Go 不会报错，而是向公共代理和校验和数据库查询该私有模块。路径会因此泄露，构建会失败并返回 404 或 410。',
    howToFix:
      '写模块路径的前缀，用逗号分隔，不加空格：`GOPRIVATE=git.corp.example,github.com/my-org`。不要写协议、`/...`、用户或端口，大小写要与导入路径一致。',
  },
  'proxy/private-leak': {
    why: '凡是没有被模式排除的模块，Go 都会向模块代理和校验和数据库查询。它们会得知私有模块的路径，却拿不到这些模块，因此构建会失败并返回 404 或 410；也可能有人用这个名字发布模块。',
    howToFix:
      '在获取私有模块的阶段写明其前缀：`ENV GOPRIVATE=git.corp.example,github.com/my-org`。只设置 GONOPROXY 不够：仍会查询校验和数据库。',
  },
  'proxy/private-too-broad': {
    why: 'GOPRIVATE 涵盖的模块会绕过模块代理和校验和数据库，直接从其主机获取。如果其中写了整个代码托管平台，公共模块就不再与其他人得到的内容核对，每次构建还要克隆它们。',
    howToFix:
      '写你们的组织，而不是它所在的代码托管平台：`GOPRIVATE=github.com/my-org,git.corp.example`。',
  },
  'proxy/sumdb-off': {
    why: '没有校验和数据库，对于 go.sum 中尚没有的模块版本，无论由谁应答都会照单全收：被污染的代理或被移动的标签会不知不觉地进入镜像。此时 Go 还会拒绝下载工具链。',
    howToFix:
      '去掉该设置，只列出你们的私有模块：`GOPRIVATE=git.corp.example`。如果无法连接 sum.golang.org，就使用自身提供 `/sumdb/` 的模块代理。',
  },
  'proxy/unknown-variable': {
    why: 'Go 会一声不响地忽略不认识的环境变量：`GONOSUMCHECK` 从来就不存在，`GOPRIVATE` 多写一个字母就会把私有模块的路径发给公共服务。`go env -w` 则会报错并停止。',
    howToFix:
      '按 `go help environment` 中的名称书写：GOPROXY、GOPRIVATE、GONOPROXY、GONOSUMDB、GOSUMDB、GOINSECURE、GOFLAGS、GOTOOLCHAIN。',
  },
};
