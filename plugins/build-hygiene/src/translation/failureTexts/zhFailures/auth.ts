/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Credentials, in Chinese. */
export const auth: FailureTexts = {
  'auth.secret_missing': {
    message: '该步骤需要构建机密 {secret|或 SSH 代理}，但没有提供给构建。',
    fix: '把它提供给构建：`--secret id=…,src=…`（SSH 则用 `--ssh default`，并运行 SSH 代理）。',
  },
  'auth.private_module_https': {
    message: '无法读取 {host|git 服务器} 上的私有模块：构建中没有有效的凭据。',
    fix: '为模块的前缀设置 GOPRIVATE，并以构建机密的形式挂载 netrc 或令牌（`--mount=type=secret`）。',
  },
  'auth.private_module_ssh': {
    message:
      '无法通过 SSH 读取私有模块：{host|服务器} 没有接受任何密钥，或其主机密钥未知。',
    fix: '用 `--ssh default` 和 `RUN --mount=type=ssh` 转发 SSH 代理，并在 known_hosts 中固定服务器的主机密钥。',
  },
};
