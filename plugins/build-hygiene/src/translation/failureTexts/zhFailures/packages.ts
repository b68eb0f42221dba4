/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Packages of distributions, in Chinese. */
export const packages: FailureTexts = {
  'ospkg.dns': {
    message: '包管理器无法解析 {host|软件包镜像站的域名}。',
    fix: '检查构建器的 DNS 和网络访问（RUN 步骤使用构建器的网络），然后重新构建。',
  },
  'ospkg.http': {
    message: '软件包镜像站 {host|} 未能提供软件包或其索引。',
    fix: '重新构建；如果问题依旧，换用其他镜像站，并在同一个 RUN 中更新索引和安装软件包。',
  },
  'ospkg.package_not_found': {
    message: '发行版中没有软件包 {package|}，或没有所要求的版本。',
    fix: '检查软件包在该发行版及其版本中的名称，在同一个 RUN 中更新索引，并去掉镜像站已不再提供的版本号。',
  },
};
