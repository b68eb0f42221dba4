/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** go.mod, go.sum and vendor folders, in Chinese. */
export const moduleFiles: Sentences = {
  'There is no go.sum, or no requirement that makes the go command read it.':
    '没有 go.sum，或没有会让 go 命令读取它的依赖。',
  'The module requires no other directly.': '该模块不直接依赖其他模块。',
  'This needs a module proxy to ask, and none answered for the required modules.':
    '这需要询问模块代理，而没有代理对所依赖的模块作出回答。',
  'go.mod names no Go version.': 'go.mod 没有指定 Go 版本。',
  'There is no go.mod.': '没有 go.mod。',
  'The go.mod is a template that is filled in later.':
    '该 go.mod 是之后才填充的模板。',
  'The go.mod cannot be read: modules/syntax tells.':
    '无法读取 go.mod：见 modules/syntax。',
  'The go.mod names no module: it only keeps the go command out of the folder.':
    '该 go.mod 没有指定模块：它只用于让 go 命令不进入该目录。',
  'No module is replaced by a folder.': '没有模块被替换为目录。',
  'The module requires no other.': '该模块不依赖其他模块。',
  'The module replaces no other.': '该模块不替换其他模块。',
  'The repository is too large to tell what is there.':
    '仓库太大，无法得知其中有什么。',
  'There is no go.sum, or it is too large to read.':
    '没有 go.sum，或它太大而无法读取。',
  'go.sum cannot be read: modules/sum-malformed tells.':
    '无法读取 go.sum：见 modules/sum-malformed。',
  'The requirements are vendored, and Go does not look at go.sum then.':
    '依赖在 vendor 目录中，此时 Go 不查看 go.sum。',
  'The module requires nothing that has a hash.': '该模块的依赖都没有校验和。',
  'No requirement of go.mod could be read.': '无法读取 go.mod 中的任何依赖。',
  'Every requirement is replaced by a folder, which has no checksum.':
    '所有依赖都被替换为目录，而目录没有校验和。',
  'The checksums of the workspace {path} cover the module.':
    '工作区 {path} 的校验和已涵盖该模块。',
  'go.mod has no toolchain line.': 'go.mod 没有 toolchain 行。',
  'go.mod has no go line to compare with.': 'go.mod 没有可供比较的 go 行。',
  'The go.mod names no version of another module.':
    '该 go.mod 没有指定其他模块的版本。',
  'The module is not vendored.': '该模块没有使用 vendor 目录。',
  'Go does not build from the vendor folder of a module below Go 1.14 on its own.':
    '对于 Go 1.14 以下的模块，Go 不会自行使用 vendor 目录构建。',
  'In a workspace Go does not look at the vendor folder of a single module.':
    '在工作区中，Go 不查看单个模块的 vendor 目录。',
  'vendor/modules.txt could not be read.': '无法读取 vendor/modules.txt。',
  'The vendor folder is that of a workspace which is not here.':
    '该 vendor 目录属于不在此处的工作区。',
  'The workspace is not vendored.': '该工作区没有使用 vendor 目录。',
  'A version of go.mod is not canonical, so Go would have to look it up.':
    'go.mod 中有不规范的版本，Go 需要查询后才能确定。',
  'A module of the workspace cannot be read.': '无法读取工作区中的某个模块。',
};
