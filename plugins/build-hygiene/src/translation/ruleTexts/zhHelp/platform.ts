/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on the platform that builds, in Chinese. */
export const platform: RuleHelps = {
  'platform/daemon-network': {
    why: '如果网桥或地址池无效，守护进程就无法启动；如果使用了公网地址段，构建就无法连接拥有这些地址的主机。两种情况看起来都像是网络或代理出了故障。',
    howToFix:
      '把 `bip` 设为网桥的地址（`172.26.0.1/16`），让 `fixed-cidr` 位于其中，地址池则取自互不重叠的私有地址段：`{"base": "172.27.0.0/16", "size": 24}`。',
  },
  'platform/daemon-unsafe': {
    why: '守护进程如果监听端口却不验证连接者，任何能连上它的人都会得到所在机器的 root 权限；没有 TLS 的镜像仓库可以被传输途中的任何人冒充。如果不让它设置数据包规则，容器会失去网络，其发布的端口则会对所有人开放。',
    howToFix:
      '为 `tcp://` 主机设置 `tlsverify` 并配上证书，或使用 `ssh://`。为镜像仓库配置证书，并把其颁发机构放入 `/etc/docker/certs.d/<host>/ca.crt`。保持 `iptables` 开启，把自己的规则放入 `DOCKER-USER` 链。',
  },
  'platform/init-container-preload': {
    why: '用初始化容器下载模块，会让 Pod 的每次启动都要等待代理，代理失败时也随之失败。下载的内容随 Pod 消失，下一个 Pod 又要全部重新下载。',
    howToFix:
      '把程序构建到镜像里，运行时就无需获取任何内容。对于用来构建的 Pod，可在集群中运行模块代理并把 `GOPROXY` 指向它，或把 `GOMODCACHE` 放在 PersistentVolumeClaim 上。',
  },
  'platform/network-policy-no-dns': {
    why: '列出 Pod 可以连接何处的策略会禁止其他一切连接，包括域名解析。即使允许了代理本身，这些 Pod 中的构建也会失败，报 `lookup proxy.golang.org: i/o timeout`。',
    howToFix:
      '允许以 UDP 和 TCP 访问集群 DNS 的 53 端口：`to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]`。按 Pod 的地址允许模块代理：策略看到的不是 Service 的地址段。',
  },
  'platform/static-hosts': {
    why: '主机迁移后，写死的地址不会跟着改变：构建和服务会连不上，或者连到别处，而且只有这个仓库如此。它还掩盖了网络无法解析该域名的事实。',
    howToFix:
      '让 DNS 解析该域名；对于构建，使用 `daemon.json` 或 `buildkitd.toml` 的 `dns`。指向本机时写 `host.docker.internal:host-gateway`，指向 Compose 文件中的其他服务时用其服务名。',
  },
};
