/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

/** Dockerfiles, and what stands around them, in Chinese. */
export const surroundings: Sentences = {
  'There is no daemon.json.': '没有 daemon.json。',
  'There is no daemon.json and no buildkitd.toml.':
    '没有 daemon.json，也没有 buildkitd.toml。',
  'No manifest has init containers.': '没有清单含有初始化容器。',
  'There is no network policy for build pods.': '没有针对构建 Pod 的网络策略。',
  'There is no compose file and no pipeline.':
    '没有 Compose 文件，也没有流水线。',
  'The Dockerfile has one stage.': 'Dockerfile 只有一个阶段。',
  'The file is written for the frontend {frontend}.':
    '该文件是为前端 {frontend} 编写的。',
  'The file is a template that only becomes a Dockerfile.':
    '该文件是模板，之后才会成为 Dockerfile。',
  'The file leaves lines out: it illustrates a text.':
    '该文件省略了一些行：它是文章中的示例。',
  'No step runs a command.': '没有步骤执行命令。',
  'No step uses SSH or git.': '没有步骤使用 SSH 或 git。',
  'The Dockerfile exposes no port.': 'Dockerfile 没有声明端口。',
  'The target only holds files to export: it stands on scratch and starts nothing.':
    '目标阶段只存放要导出的文件：它以 scratch 为基础，不启动任何程序。',
  'The image lies with tests and starts nothing.':
    '该镜像与测试放在一起，不启动任何程序。',
  'The file only names an image and adds nothing to it.':
    '该文件只指定了一个镜像，没有添加任何内容。',
  'It starts a service manager, which has to be root.':
    '它启动服务管理器，而服务管理器必须以 root 运行。',
  'The target starts nothing but the shell of its base image: it builds, checks or is worked in.':
    '目标阶段只启动基础镜像的 shell：它用于构建、检查或在其中工作。',
  'The user `{user}` is only known when the image is built.':
    '用户 `{user}` 在构建镜像时才能确定。',
  'Neither the Dockerfile nor what is known of {image} tells the user.':
    'Dockerfile 和 {image} 的已知信息都没有说明用户。',
  'The image starts as root and has a program that steps down to another user, such as su-exec or gosu.':
    '镜像以 root 启动，并含有切换到其他用户的程序，例如 su-exec 或 gosu。',
  'No step has a secret mounted.': '没有步骤挂载机密。',
  'No step downloads a file by its address.': '没有步骤按地址下载文件。',
  'All that it finds is in paths that the policy leaves out.':
    '所发现的问题都在策略排除的路径中。',
  'The rule could not be evaluated: {message}': '无法评估该规则：{message}',
};
