/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Where modules come from, in Chinese. */
export const moduleProxies: Sentences = {
  'GOPROXY is not set, or to nothing that is known.':
    'GOPROXY 没有设置，或其值未知。',
  'No build of this image is known to pass Go settings.':
    '没有已知会为该镜像的构建传递 Go 设置的地方。',
  'No step is known to run go.': '没有已知会执行 go 的步骤。',
  'No public module is required.': '不依赖公共模块。',
  'No step is known to fetch modules from their hosts.':
    '没有已知会直接从模块所在主机获取模块的步骤。',
  'It is not known whether the image has git.': '不知道镜像中是否有 git。',
  'Neither GOPROXY nor GOINSECURE is set.':
    'GOPROXY 和 GOINSECURE 都没有设置。',
  'No patterns for private modules are set.': '没有设置私有模块的模式。',
  'No module that is required is known to be private.':
    '所依赖的模块中没有已知的私有模块。',
  'No step is known to fetch modules.': '没有已知会获取模块的步骤。',
  'GOPROXY or the patterns for private modules have a value that is not known.':
    'GOPROXY 或私有模块模式的值未知。',
};
