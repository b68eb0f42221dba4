/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of cache rules, in Chinese. */
export const cache: Sentences = {
  'GitHub keeps 10 GB of caches for a repository and drops what was not used for longest: check that the layers fit, or export to a registry.':
    'GitHub 为每个仓库保留 10 GB 缓存，并清除最久未使用的内容：请确认能容纳这些层，或改为导出到镜像仓库。',
  'What is compiled is no longer in the image: check whether a container compiles when it starts, which then takes longer.':
    '编译的中间结果不再留在镜像中：请检查容器启动时是否会编译，那样启动会变慢。',
  'The modules are no longer in the image: check that no container compiles when it starts.':
    '模块不再留在镜像中：请确认没有容器在启动时编译。',
  'Downloading the modules of a workspace takes all that its modules name, and without a go.work.sum their checksums are looked up: run `go work sync` and commit go.work.sum, or check that the builder reaches the checksum database.':
    '下载工作区的模块时，会下载其各模块指定的所有依赖；没有 go.work.sum 时，还要查询它们的校验和：请执行 `go work sync` 并提交 go.work.sum，或确认构建器能访问校验和数据库。',
  'Private modules are downloaded: check that the step has the access that it needs before the sources are copied.':
    '会下载私有模块：请确认该步骤在复制源代码之前就具备所需的访问权限。',
  'Packages that a cached step has installed stay as they are: check that the image is rebuilt without cache now and then, on a schedule.':
    '命中缓存的步骤所安装的软件包不会更新：请确认会定时不带缓存地重新构建镜像。',
  'Check that the lines drop nothing that a `!` line above lets in.':
    '请确认这些行没有排除前面的 `!` 行所放行的内容。',
};
