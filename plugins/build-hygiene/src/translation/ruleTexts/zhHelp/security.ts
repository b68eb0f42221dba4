/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleHelps } from '../types';

/** The rules on security, in Chinese. */
export const security: RuleHelps = {
  'security/host-keys-unverified': {
    why: '如果在构建期间才获取主机密钥，或根本不验证，那么谁应答就用谁的密钥：构建会从那里获取代码，并把 SSH 代理的签名能力交给对方。私有模块就是这样获取的。',
    howToFix:
      '把代码托管平台公布的密钥作为 known_hosts 文件提交，并在下载之前复制：`COPY known_hosts /etc/ssh/ssh_known_hosts`；然后执行 `RUN --mount=type=ssh go mod download`。GitHub 的密钥见：https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints。',
  },
  'security/privileged-port': {
    why: '1024 以下的端口只供 root 或拥有 `CAP_NET_BIND_SERVICE` 的进程使用，除非运行时取消了这一限制。需要这种端口的服务迟早会以 root 运行，或者在禁止它的集群上无法启动。',
    howToFix:
      '让服务监听 1024 及以上的端口，即 `EXPOSE 8080`，并在外部映射到常用端口：`ports: ["443:8443"]`，或 Kubernetes Service 的 `port` 和 `targetPort`。',
  },
  'security/root-user': {
    why: '服务一旦有漏洞，攻击者就会得到容器中的 root 权限，离控制节点只差一个内核漏洞或挂载失误。强制 `runAsNonRoot` 的集群会拒绝启动这样的镜像。',
    howToFix:
      '在最终阶段的末尾指定数字形式的用户：`USER 65532:65532`，或使用已有这种用户的镜像，例如 `gcr.io/distroless/static-debian13:nonroot`。需要写入的文件用 `COPY --chown` 交给该用户。',
  },
  'security/secret-in-build': {
    why: '凡是能拉取镜像或其构建缓存的人，都能读取构建参数、ENV 的值和层中的文件，即使后面的步骤删除了它们。泄露的令牌必须在使用它的所有地方吊销。',
    howToFix:
      '只把机密交给需要它的那个步骤：`RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true go mod download`；私有 git 仓库则用 `RUN --mount=type=ssh`。吊销已经提交的凭据。',
  },
  'security/secret-mount-misuse': {
    why: '没有 `required=true`，没有得到机密的构建会继续进行，之后报出与此无关的错误而失败，或者从错误的地方获取内容。个人私钥能打开的，远远超过这一次构建所需。',
    howToFix:
      '要求必须提供机密：`RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true go mod download`，并用 `mode=0440` 和 `uid=` 代替 chmod 和 chown。使用 SSH 时转发代理：`RUN --mount=type=ssh go mod download`。',
  },
  'security/sudo': {
    why: '构建步骤本来就以 USER 指定的用户运行，默认是 root，因此 sudo 没有任何作用，只是多了一个能给出 root 权限的程序。如果为它配置了免密码的规则，谁进入了容器，谁就是 root。',
    howToFix:
      '如果步骤以 root 运行，去掉 `sudo`。否则，在需要 root 的步骤之前写 `USER root`，在其后写服务的数字用户：`USER 65532:65532`。',
  },
  'security/tls-verification-off': {
    why: '不验证证书，构建器与服务器之间的任何人都可以换掉内容，而这些内容会进入镜像。如果通过 ENV 设置，这个设置会留在镜像里，服务运行时也不会验证。',
    howToFix:
      '安装证书：`apk add --no-cache ca-certificates`；公司的根证书则用 `COPY company-root.crt /usr/local/share/ca-certificates/` 和 `RUN update-ca-certificates`；然后去掉关闭验证的设置。',
  },
  'security/unverified-download': {
    why: '谁接管了服务器、账号或发布版本，谁就能把代码放进构建，而没有人会发现。在传输途中被篡改或截断的文件，也会就这样进入镜像。',
    howToFix:
      '固定版本和校验和：`ADD --checksum=sha256:… https://example.com/tool-1.2.3.tar.gz /tmp/`，或在下载之后执行 `echo "$TOOL_SHA256  /tmp/tool.tar.gz" | sha256sum -c -`。Go 工具两者都不需要：`go install example.com/tool@v1.2.3` 会与校验和数据库核对。',
  },
};
