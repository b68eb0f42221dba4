/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

// The first that fits counts: the special ones stand before the general ones.
/** Messages of the platform rules, in Chinese. */
export const platform: RuleMessages = {
  'platform/daemon-network': {
    "fixed-cidr {range} is not within the bridge's range {bridge}.":
      'fixed-cidr {range} 不在网桥的地址段 {bridge} 之内。',
    'An MTU of {size} is no size that networks work with: {smallest} to {largest} are usual.':
      'MTU {size} 不是网络能使用的大小：通常为 {smallest} 到 {largest}。',
    'bip {address} is a range and not the address of the bridge in it.':
      'bip {address} 是一个地址段，而不是网桥在其中的地址。',
    'bip {address} hides public hosts from builds.':
      'bip {address} 使构建无法访问某些公网主机。',
    'Networks of size /{size} do not fit into the pool {pool}.':
      '大小为 /{size} 的网络放不进地址池 {pool}。',
    'The pool {pool} hides public hosts from builds.':
      '地址池 {pool} 使构建无法访问某些公网主机。',
    'The pool {pool} overlaps with {other}.': '地址池 {pool} 与 {other} 重叠。',
  },
  'platform/daemon-unsafe': {
    'Without {setting} Docker writes no packet rules: containers have no way out, and nothing keeps others from their ports.':
      '没有 {setting}，Docker 就不设置数据包规则：容器无法访问外部，也没有什么阻止他人访问其端口。',
    'Images of {registry} are pulled and pushed without a check of its certificate, or without TLS.':
      '拉取和推送 {registry} 的镜像时不检查其证书，或不使用 TLS。',
    'The daemon listens on {address} and does not check who connects.':
      '守护进程监听 {address}，却不验证连接者。',
    'Images of {registry} are taken without a check of its certificate, or without TLS.':
      '获取 {registry} 的镜像时不检查其证书，或不使用 TLS。',
    'BuildKit listens on {address} and does not check who connects.':
      'BuildKit 监听 {address}，却不验证连接者。',
  },
  'platform/init-container-preload': {
    'The init container {name} runs `{command}` at each start of the pod.':
      'Pod 每次启动时，初始化容器 {name} 都会执行 `{command}`。',
  },
  'platform/network-policy-no-dns': {
    'The policy {name} lists where build pods may connect to, and port 53 is not among it.':
      '策略 {name} 列出了构建 Pod 可以连接何处，其中没有 53 端口。',
  },
  'platform/static-hosts': {
    '{host} is always looked for at {address}.':
      '{host} 的地址写死为 {address}。',
  },
};
