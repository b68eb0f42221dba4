/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Images, stages and what they run, in Chinese. */
export const images: Sentences = {
  'The final image cannot be told: line {line} is not understood ({message}).':
    '无法确定最终镜像：第 {line} 行无法理解（{message}）。',
  'There is no stage to build.': '没有可构建的阶段。',
  'The file holds no instruction, and other Dockerfiles are built.':
    '该文件没有任何指令，而构建使用的是其他 Dockerfile。',
  'No step runs a command that can be read.': '没有步骤执行可以解读的命令。',
  'No stage stands on an image whose release and support are known.':
    '没有阶段以版本和支持期限已知的镜像为基础。',
  'No stage stands on an image whose name is known.':
    '没有阶段以名称已知的镜像为基础。',
  'No stage stands on an image from a registry.':
    '没有阶段以镜像仓库中的镜像为基础。',
  'The image starts no program of a Go module.': '镜像不启动 Go 模块的程序。',
  'What the base image holds is not known.': '不知道基础镜像包含什么。',
  'What a step copies or installs may hold CA certificates.':
    '某个步骤复制或安装的内容可能含有 CA 证书。',
  'Nothing tells that the program calls services of the public Internet.':
    '没有迹象表明该程序会调用公共互联网上的服务。',
  'The start command names no port to listen on.': '启动命令没有指定监听端口。',
  'The image is not known to be that of a server.':
    '不能确定该镜像属于服务器程序。',
  'The image has no program that could ask the server: whoever runs it asks over the network.':
    '镜像中没有可用来询问服务器的程序：应由运行它的一方通过网络检查。',
  'The base image may have a HEALTHCHECK.': '基础镜像可能含有 HEALTHCHECK。',
  'The repository checks health elsewhere: Compose or Kubernetes files are there.':
    '健康检查在仓库的其他位置：其中有 Compose 或 Kubernetes 文件。',
  'The image starts nothing, or is for development.':
    '镜像不启动任何程序，或用于开发。',
  'The labels may come from the pipeline.': '标签可能由流水线添加。',
  'The C library of the image is not known.': '不知道镜像中的 C 库。',
  'The image brings a C library of its own.': '镜像自带 C 库。',
  'No `go build` makes what a later stage copies into the image.':
    '后面阶段复制到镜像中的内容不是由 `go build` 生成的。',
  'Whether cgo is on cannot be told for every build.':
    '无法确定每次编译是否启用了 cgo。',
  'cgo is on, but nothing tells whether the program uses a package that is written with it, such as net.':
    'cgo 已启用，但没有迹象表明程序是否使用了借助它编写的包，例如 net。',
  'The image is not known to run a static binary alone.':
    '不能确定该镜像只运行一个静态二进制文件。',
  'The base image is not known.': '基础镜像未知。',
  'The image uses programs of the distribution.': '镜像使用发行版的程序。',
  'No step installs packages of a distribution.':
    '没有安装发行版软件包的步骤。',
  'No policy names the registries that images may come from.':
    '没有策略指定镜像可以来自哪些镜像仓库。',
  'No image that is used has a name that is known.': '所用的镜像名称均未知。',
  'The image sets neither ENTRYPOINT nor CMD.':
    '镜像既没有设置 ENTRYPOINT，也没有设置 CMD。',
  'The target is for development or tests.': '目标阶段用于开发或测试。',
  'The image that runs is that of the build.': '运行的镜像就是构建所用的镜像。',
  'The image copies nothing.': '镜像不复制任何内容。',
  'The build takes no Go module from its context.':
    '构建没有从构建上下文中取用 Go 模块。',
  'The target is for development or tests, where the toolchain belongs.':
    '目标阶段用于开发或测试，工具链在其中是应有的。',
  'The target starts nothing, so it is a build and not a service.':
    '目标阶段不启动任何程序，因此它用于构建，而不是服务。',
  'The image compiles nothing while it is built: it is made to compile when it runs.':
    '镜像在构建时不编译任何内容：它是为在运行时编译而制作的。',
  'The Dockerfile compiles nothing, and nothing tells which folder with a binary it is built in.':
    'Dockerfile 不编译任何内容，也没有迹象表明它在哪个含有二进制文件的目录中构建。',
  'The target starts no program of its own, so it is a build and not a service.':
    '目标阶段不启动自己的程序，因此它用于构建，而不是服务。',
};
