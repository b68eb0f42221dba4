/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** The layer cache and its mounts, in Chinese. */
export const cache: Sentences = {
  'No step of the Dockerfile is known to compile.':
    'Dockerfile 中没有已知会编译的步骤。',
  'The image is built on a builder that keeps no cache mounts.':
    '构建该镜像的构建器不保留缓存挂载。',
  'The Dockerfile runs no commands.': 'Dockerfile 不执行任何命令。',
  'No step downloads modules, installs packages or compiles.':
    '没有下载模块、安装软件包或编译的步骤。',
  'No step of the Dockerfile downloads modules.':
    'Dockerfile 中没有下载模块的步骤。',
  'The build takes no go.mod: what Go downloads is not what one would require.':
    '构建没有取用 go.mod：Go 所下载的内容并非由它要求。',
  'The modules that are built require no others.':
    '所构建的模块不依赖其他模块。',
  'No builds are recorded here.': '此处没有记录任何构建。',
  'Needs {count} more build.': '还需要 {count} 次构建。',
  'Needs {count} more builds.': '还需要 {count} 次构建。',
  'The cache mount for it is in the wrong place: cache/mount-target tells.':
    '相应的缓存挂载位置有误：见 cache/mount-target。',
  'Cache mounts start empty on this builder, so a layer is the better place for the modules.':
    '在该构建器上缓存挂载起始为空，因此模块更适合放在层中。',
  'Every source change downloads all modules: cache/deps-before-source tells.':
    '每次修改源代码都会下载所有模块：见 cache/deps-before-source。',
  'There are no module files that could change.': '没有可能变化的模块文件。',
  'No step keeps its modules or packages in a cache mount.':
    '没有步骤把模块或编译好的包放在缓存挂载中。',
  'No step has a cache mount.': '没有步骤使用缓存挂载。',
  'No step installs packages.': '没有安装软件包的步骤。',
  'The workflow does not say on what machine it builds.':
    '工作流没有说明在什么机器上构建。',
  'No workflow exports a cache of this image.': '没有工作流导出该镜像的缓存。',
  'No stage but the last one has steps that take time.':
    '除最后一个阶段外，没有包含耗时步骤的阶段。',
  'No step downloads modules or compiles.': '没有下载模块或编译的步骤。',
  'Every commit re-runs these steps, whatever it changes.':
    '无论修改什么，每次提交都会重新执行这些步骤。',
};
