/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Answers of module proxies, in Chinese. */
export const moduleProxy: FailureTexts = {
  'goproxy.401': {
    message: '模块代理 {host|} 拒绝了请求：它要求登录。',
    fix: '以机密的形式把代理的凭据交给构建：用 `--mount=type=secret` 挂载 netrc，或设置 GOAUTH（Go 1.24 及以上）。',
  },
  'goproxy.403': {
    message: '模块代理 {host|} 禁止该请求。',
    fix: '向代理的管理者确认该模块是否被策略禁止，并检查凭据；在 GOPROXY 中用竖线分隔（`a|b`），遇到 403 时会询问下一个来源，用逗号则不会。',
  },
  'goproxy.404': {
    message: '模块代理 {host|} 没有该模块或该版本。',
    fix: '检查版本标签；如果是私有模块，设置 GOPRIVATE 以便直接获取，或在 GOPROXY 末尾加上 `,direct`。',
  },
  'goproxy.410': {
    message: '模块代理 {host|} 表示该模块版本已被移除。',
    fix: '检查该标签是否仍然存在；如果是私有模块，设置 GOPRIVATE，或在 GOPROXY 末尾加上 `,direct`。',
  },
  'goproxy.429': {
    message: '模块代理 {host|} 表示请求过多。',
    fix: '稍后重新构建；把模块下载放在单独的层中并使用远程缓存，可以减少对代理的请求。',
  },
  'goproxy.5xx': {
    message: '模块代理 {host|} 返回了服务器错误。',
    fix: '重新构建；如果问题依旧，检查该代理。在 GOPROXY 中用竖线分隔（`proxy|direct`），遇到服务器错误时会询问下一个来源，用逗号则不会。',
  },
};
