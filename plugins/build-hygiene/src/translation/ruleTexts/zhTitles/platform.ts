/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTitles } from '../types';

/** The rules on the platform that builds, in Chinese. */
export const platform: RuleTitles = {
  'platform/daemon-network': {
    pass: '构建守护进程的网络设置相互协调',
    fail: '构建守护进程的网络设置相互冲突',
  },
  'platform/daemon-unsafe': {
    pass: '构建守护进程的设置是安全的',
    fail: '构建守护进程的设置不安全',
  },
  'platform/init-container-preload': {
    pass: 'Pod 启动时不获取模块',
    fail: 'Pod 启动时通过网络获取模块',
  },
  'platform/network-policy-no-dns': {
    pass: '构建 Pod 的网络策略允许 DNS',
    fail: '某条网络策略阻止构建 Pod 使用 DNS',
    fix: '允许构建 Pod 解析域名',
  },
  'platform/static-hosts': {
    pass: '主机通过 DNS 查找',
    fail: '主机的地址是写死的',
  },
};
