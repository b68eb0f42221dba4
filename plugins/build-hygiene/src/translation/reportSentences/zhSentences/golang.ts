/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Go in Dockerfiles, in Chinese. */
export const golang: Sentences = {
  'The Dockerfile builds no Go.': 'Dockerfile 不构建 Go 程序。',
  'The image is built from no Go file of the repository.':
    '镜像不是由仓库中的 Go 文件构建的。',
  'No stage stands on the official Go image with a version that is known.':
    '没有阶段以版本已知的官方 Go 镜像为基础。',
  'No go command of the Dockerfile is known to work on a module of this repository.':
    'Dockerfile 中没有已知会处理本仓库模块的 go 命令。',
  '{image} is not the official Go image, so its Go version is not known.':
    '{image} 不是官方 Go 镜像，因此不知道其中的 Go 版本。',
  'The Go version of {image} is not known.': '不知道 {image} 的 Go 版本。',
  'GOTOOLCHAIN={value} lets Go fetch another toolchain during the build.':
    'GOTOOLCHAIN={value} 会让 Go 在构建期间获取其他工具链。',
  'No workflow and no file of a version manager names a Go version.':
    '没有工作流或版本管理器的文件指定 Go 版本。',
  'No stage on the official Go image is known to build a module that names a Go version.':
    '在以官方 Go 镜像为基础的阶段中，没有已知会构建指定了 Go 版本的模块的。',
  'The image is for development, where module files may change.':
    '镜像用于开发，其中的模块文件可以变化。',
  'The Dockerfile compiles nothing: it may be there to update module files.':
    'Dockerfile 不编译任何内容：它可能用于更新模块文件。',
  'The Dockerfile changes go.mod before it uses it.':
    'Dockerfile 在使用 go.mod 之前修改了它。',
  'No go command of the Dockerfile is known to work on a module with such a replacement.':
    'Dockerfile 中没有已知会处理含有此类替换的模块的 go 命令。',
  'The Dockerfile names no go.sum.': 'Dockerfile 没有提到 go.sum。',
  'No go command of the Dockerfile is known to fetch the requirements of a module with a go.sum.':
    'Dockerfile 中没有已知会为含有 go.sum 的模块获取依赖的 go 命令。',
  'No go command on the official Go image is known to work on a module of this repository.':
    '在官方 Go 镜像中，没有已知会处理本仓库模块的 go 命令。',
  'No go command of the Dockerfile is known to build a vendored module.':
    'Dockerfile 中没有已知会构建使用 vendor 目录的模块的 go 命令。',
  'No go command of the Dockerfile is known to meet a go.work.':
    'Dockerfile 中没有已知会遇到 go.work 的 go 命令。',
  'No step spells out a `go build`.': '没有步骤直接写出 `go build`。',
  'The target is for development or tests, where full paths are of use.':
    '目标阶段用于开发或测试，完整路径在其中是有用的。',
};
