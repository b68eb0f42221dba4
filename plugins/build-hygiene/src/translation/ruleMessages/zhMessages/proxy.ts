/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

/** Messages of the proxy rules, in Chinese. */
export const proxy: RuleMessages = {
  'proxy/argument-not-declared': {
    '{name} is passed to the build, but no stage that runs go declares it:':
      '构建传入了 {name}，但执行 go 的阶段都没有声明它：',
    'add `ARG {name}` to {path}.': '请在 {path} 中加入 `ARG {name}`。',
  },
  'proxy/dead-entries': {
    'Behind `{last}` Go asks nobody: {entries} has no effect.':
      'Go 遇到 `{last}` 后不再询问其他来源：{entries} 没有效果。',
  },
  'proxy/direct-only': {
    'GOPROXY=direct: {module} and all other public modules are cloned from where they are developed.':
      'GOPROXY=direct：{module} 和其他所有公共模块都从各自的主机克隆。',
  },
  'proxy/direct-without-git': {
    '`go {verb}` clones {module} with git, and nothing in this stage installs git.':
      '`go {verb}` 要用 git 克隆 {module}，而该阶段没有安装 git。',
  },
  'proxy/insecure-url': {
    'The module proxy {host} is asked over plain HTTP.':
      '通过明文 HTTP 访问模块代理 {host}。',
    'GOINSECURE={value} lets Go fetch from public hosts such as {host} without TLS or without checking certificates.':
      'GOINSECURE={value} 允许 Go 在没有 TLS 或不检查证书的情况下，从 {host} 等公共主机获取模块。',
  },
  'proxy/no-fallback': {
    '{proxy} is the only source of modules: when it is down or lacks a module, nothing else is asked.':
      '{proxy} 是唯一的模块源：它停机或缺少某个模块时，不会询问其他来源。',
    'The comma behind {proxy} goes on to {next} after 404 and 410 only: when the proxy is down or answers with 5xx, the build stops.':
      '{proxy} 之后的逗号只在返回 404 和 410 后才会转到 {next}：该代理停机或返回 5xx 时，构建会停止。',
  },
  'proxy/obsolete-setting': {
    'GO111MODULE=on is the default since Go 1.16.':
      '从 Go 1.16 起，GO111MODULE=on 就是默认值。',
    'DOCKER_BUILDKIT=1 is the default of the Docker Engine on hosted runners, which is newer than 23.':
      'DOCKER_BUILDKIT=1 是托管运行器上 Docker Engine 的默认值，其版本比 23 更新。',
  },
  'proxy/pattern-invalid': {
    'In GOPRIVATE "{entries}.': 'GOPRIVATE 中的{entries}。',
    'In GONOPROXY "{entries}.': 'GONOPROXY 中的{entries}。',
    'In GONOSUMDB "{entries}.': 'GONOSUMDB 中的{entries}。',
    'In GOINSECURE "{entries}.': 'GOINSECURE 中的{entries}。',
    'Go treats these modules as public.': 'Go 会把这些模块当作公共模块。',
    // Several entries, from the last one on; the quotation mark that opens an
    // entry stands outside of it, so that the next one cannot be part of it.
    '{entries}; "{last}': '{entries}；{last}',
    '{entry}" has white space in it, which is taken as part of the path':
      '“{entry}”含有空白，而空白会被当作路径的一部分',
    '{entry}" is a URL; module paths have no scheme':
      '“{entry}”是 URL，而模块路径没有协议部分',
    '{entry}" ends in "/...", which is no wildcard here; the prefix alone covers what is below it':
      '“{entry}”以“/...”结尾，而它在此处不是通配符；只写前缀就会涵盖其下的内容',
    '{entry}" has a character that no module path has':
      '“{entry}”含有模块路径中不会有的字符',
    '{entry}" is a malformed glob': '“{entry}”不是有效的通配模式',
    '{entry}" is one level too deep for {module}':
      '“{entry}”比 {module} 多了一级',
    '{entry}" differs in case from {module}':
      '“{entry}”的大小写与 {module} 不同',
  },
  'proxy/private-leak': {
    'GOPRIVATE does not cover {modules}: the public module proxy is asked for it.':
      'GOPRIVATE 没有涵盖 {modules}：会向公共模块代理查询。',
    'GONOSUMDB does not cover {modules}: the checksum database is asked for versions that are not in go.sum.':
      'GONOSUMDB 没有涵盖 {modules}：会向校验和数据库查询 go.sum 中没有的版本。',
    'GOPRIVATE covers both, GONOPROXY only the proxy.':
      'GOPRIVATE 对两者都有效，GONOPROXY 只对代理有效。',
    '{module} and {count} more': '{module} 和另外 {count} 个模块',
  },
  'proxy/private-too-broad': {
    '{entries} in GOPRIVATE takes public modules past the module proxy and the checksum database.':
      'GOPRIVATE 中的 {entries} 使公共模块绕过模块代理和校验和数据库。',
    '{entries} in GONOSUMDB takes public modules past the checksum database.':
      'GONOSUMDB 中的 {entries} 使公共模块绕过校验和数据库。',
  },
  'proxy/sumdb-off': {
    'GOFLAGS=-insecure lets Go fetch without TLS and without checksums; since Go 1.17 the flag is unknown and stops every go command.':
      'GOFLAGS=-insecure 允许 Go 在没有 TLS、不核对校验和的情况下获取模块；从 Go 1.17 起已没有该参数，所有 go 命令都会因它停止。',
    'GOSUMDB=off: modules that are new to go.sum are accepted without any check.':
      'GOSUMDB=off：go.sum 中尚没有的模块会不经任何核对就被接受。',
    'GONOSUMDB={value} exempts every module from the checksum database, which is the same as switching it off.':
      'GONOSUMDB={value} 使所有模块都不经过校验和数据库，等同于将其关闭。',
  },
  'proxy/unknown-variable': {
    'Go knows no variable {name}, so this has no effect; {meant} may be meant.':
      'Go 不认识变量 {name}，因此该设置没有效果；可能是想写 {meant}。',
  },
};
