/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on security, in Chinese. */
export const security: RuleTitles = {
  'security/host-keys-unverified': {
    pass: 'SSH 会验证所连接的主机',
    fail: 'SSH 信任任何应答的主机',
  },
  'security/privileged-port': {
    pass: '镜像的端口不需要特权',
    fail: '镜像监听特权端口',
  },
  'security/root-user': {
    pass: '镜像不以 root 运行',
    fail: '镜像以 root 运行',
    fix: '以没有特权的用户运行',
  },
  'security/secret-in-build': {
    pass: '构建不会留下凭据',
    fail: '构建会在镜像或其历史中留下凭据',
  },
  'security/secret-mount-misuse': {
    pass: '机密挂载的用法正确',
    fail: '某个机密挂载的用法不正确',
    fix: '要求提供步骤所需的机密',
  },
  'security/sudo': {
    pass: '没有步骤使用 sudo',
    fail: '某个步骤使用 sudo',
  },
  'security/tls-verification-off': {
    pass: '下载会验证对方的身份',
    fail: '某个步骤不验证证书',
  },
  'security/unverified-download': {
    pass: '下载内容会与校验和或签名核对',
    fail: '某个下载没有与校验和核对',
  },
};
