/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** The network and the HTTP proxy, in Chinese. */
export const network: FailureTexts = {
  'network.http_proxy': {
    message: '构建所用的 HTTP 代理 {host|} 无法使用。',
    fix: '检查构建中实际生效的 HTTP_PROXY 和 HTTPS_PROXY：指向 localhost 的地址是构建容器自身；大多数代理即使转发 HTTPS，自身的地址也是 `http://`。',
  },
  'network.dns': {
    message: '在构建中无法解析域名 {host|}。',
    fix: '检查构建器使用的 DNS（以及出站策略是否允许 DNS），然后重新构建。',
  },
  'network.ipv6': {
    message: '构建尝试连接 IPv6 地址 {host|}，但没有 IPv6 路由。',
    fix: '为构建器的网络启用 IPv6，或让构建中的域名只解析为 IPv4 地址。',
  },
  'network.tls_hostname': {
    message: '服务器的证书不适用于 {host|所请求的域名}。',
    fix: '使用证书所含的域名，或更换证书；不要关闭证书验证。',
  },
  'network.tls_ca': {
    message: '在构建中 {host|服务器} 的证书不受信任。',
    fix: '安装 ca-certificates；如果经过会解密 TLS 的代理，则在下载之前把组织的 CA 证书复制到该阶段；不要关闭证书验证。',
  },
  'network.refused': {
    message: '{host|服务器} 拒绝了连接。',
    fix: '检查服务是否正常运行，以及在构建中能否连接到它的地址（localhost 是构建容器自身）。',
  },
  'network.reset': {
    message: '与 {host|服务器} 的连接在传输数据时中断。',
    fix: '重新构建；在 GOPROXY 中用竖线分隔（`proxy|direct`），遇到 404 和 410 以外的错误时也会询问下一个来源。',
  },
  'network.timeout': {
    message: '与 {host|服务器} 的连接超时。',
    fix: '重新构建；如果问题依旧，检查出站规则、代理以及构建器网络的 MTU。',
  },
};
