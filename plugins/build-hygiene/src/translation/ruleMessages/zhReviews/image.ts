/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of image rules, in Chinese. */
export const image: Sentences = {
  'The packages of the new release are other versions, and some have other names: build the image and run its tests.':
    '新版本中的软件包版本不同，有些名称也不同：请构建镜像并运行其测试。',
  'The versions are the newest ones known as of {date}: check that they are those that the builds had so far.':
    '所写的是截至 {date} 已知的最新版本：请检查它们是否与构建此前所用的一致。',
  'Check that no package needs cgo: a build without it fails, or leaves such a package out.':
    '请检查是否有包需要 cgo：不启用 cgo 时，构建会失败，或不包含这样的包。',
  'Packages that were only recommended are no longer installed: name those that are used.':
    '仅属推荐的软件包不再安装：请写明其中用到的。',
  'ENTRYPOINT and CMD are joined in another way: check the arguments that the program gets.':
    'ENTRYPOINT 和 CMD 的组合方式有所改变：请检查程序得到的参数。',
};
