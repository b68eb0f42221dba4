/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

/** Messages of the security rules, in Chinese. */
export const security: RuleMessages = {
  'security/host-keys-unverified': {
    '`ssh-keyscan` asks the host for its own key: whoever answers is trusted.':
      '`ssh-keyscan` 直接向主机索取它的密钥：谁应答就信任谁。',
    'StrictHostKeyChecking is off for hosts that are not known yet, and a new container knows none.':
      '对于尚不认识的主机，StrictHostKeyChecking 已关闭，而新容器不认识任何主机。',
  },
  'security/privileged-port': {
    'Only root or a process with CAP_NET_BIND_SERVICE may listen on {ports}.':
      '只有 root 或拥有 CAP_NET_BIND_SERVICE 的进程才能监听端口 {ports}。',
  },
  'security/root-user': {
    'The last USER is {user}, so what it starts runs as root.':
      '最后的 USER 是 {user}，因此所启动的程序以 root 运行。',
    'No USER is set and {image} starts as root, so what it starts runs as root.':
      '没有设置 USER，而 {image} 以 root 启动，因此所启动的程序以 root 运行。',
  },
  'security/secret-in-build': {
    '{instruction} of {path} puts credentials into a layer, where they stay even if a later step deletes them.':
      '用 {instruction} 复制 {path} 会把凭据放进层中，即使后面的步骤将其删除，它们仍会留在那里。',
    'A token is written out in this command.': '该命令中直接写有令牌。',
    'The value of {name} is written out in this command.':
      '该命令中直接写有 {name} 的值。',
    'The value of {name} is a token.': '{name} 的值是令牌。',
    'The URL for {host} has a password in it.':
      '访问 {host} 的 URL 中含有密码。',
    'The URL in {name} has a password in it.': '{name} 中的 URL 含有密码。',
    'The credential in {name} is put into a URL: the command with its value goes into the history, and git keeps it in its configuration.':
      '{name} 中的凭据被放进 URL：含有其值的命令会进入镜像历史，git 也会把它保存在自己的配置中。',
    'This writes {file} into the layer, where it stays even if a later step deletes it.':
      '这会把 {file} 写进层中，即使后面的步骤将其删除，它仍会留在那里。',
    '`ENV {name}` keeps a credential in the image, where `docker inspect` shows it.':
      '`ENV {name}` 会把凭据留在镜像中，用 `docker inspect` 就能看到。',
    '`ARG {name}` passes a credential as build argument, which the image history and the provenance record show.':
      '`ARG {name}` 以构建参数传递凭据，在镜像历史和来源证明（provenance）中都能看到。',
  },
  'security/secret-mount-misuse': {
    'A build that is not given the secret {name} goes on without it: `required=true` would stop it here, and say why.':
      '没有得到机密 {name} 的构建会照样继续：`required=true` 会让它在此处停止，并说明原因。',
    'The private key {name} is handed to the build: an SSH mount lends its use, and the key stays where it is.':
      '私钥 {name} 被交给了构建：SSH 挂载只借出它的使用权，密钥仍留在原处。',
    '`{command}` on a secret mount fails, since it is read-only: `mode=`, `uid=` and `gid=` of the mount set this.':
      '对机密挂载执行 `{command}` 会失败，因为它是只读的：请用挂载的 `mode=`、`uid=` 和 `gid=` 设置。',
  },
  'security/sudo': {
    'USER says who runs a step; with sudo the image also lets that user become root later.':
      '步骤以谁的身份运行由 USER 决定；有了 sudo，该用户之后在镜像中也能成为 root。',
  },
  'security/tls-verification-off': {
    '{name} turns off the check of certificates for all that runs after it.':
      '{name} 会让此后运行的一切都不再验证证书。',
    '{name} turns off the check of certificates.': '{name} 关闭了证书验证。',
    "`{program}` does not check the server's certificate (`{flag}`).":
      '`{program}` 不验证服务器的证书（`{flag}`）。',
  },
  'security/unverified-download': {
    'What the server sends is run as it comes: there is nothing to compare it with.':
      '服务器发来什么就执行什么：没有任何可供核对的依据。',
    'The file is used as it comes: no checksum or signature is compared in this stage.':
      '文件未经核对就被使用：该阶段没有核对校验和或签名。',
    'ADD takes whatever the server sends: `--checksum=sha256:…` would tell another file.':
      'ADD 会接受服务器发来的任何内容：`--checksum=sha256:…` 能发现文件已被换掉。',
  },
};
