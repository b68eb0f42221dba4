/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';

/** Commands, compilers and tests, in Chinese. */
export const commands: FailureTexts = {
  'compile.cgo_no_compiler': {
    message: '构建因 cgo 需要 {compiler|C 编译器}，而镜像中没有。',
    fix: '如果不需要 cgo，设置 `CGO_ENABLED=0`；否则在构建阶段安装 gcc 和 C 库的头文件。',
  },
  'test.vet': {
    message: 'go vet 在 {place|某一行代码} 处报告了问题。',
    fix: '修正 vet 指出的代码。',
  },
  'test.failure': {
    message: '测试 {test|} 在镜像构建中失败。',
    fix: '修正代码或测试；如果测试需要其他服务，请在镜像构建之外运行。',
  },
  'compile.go_error': {
    message: 'Go 编译器在 {place|某一行代码} 处报告了错误。',
    fix: '修正代码；如果在其他地方可以编译，检查所有文件和生成的代码是否都已复制，以及 Go 的版本。',
  },
  'arch.exec_format': {
    message: '该步骤运行了为其他架构构建的程序。',
    fix: '为目标平台构建（TARGETARCH），使用平台正确的基础镜像，或在构建器上设置模拟（QEMU）。',
  },
  'command.not_found': {
    message: '镜像中没有命令 {command|}。',
    fix: '在该阶段安装该工具，或从有该工具的阶段复制。',
  },
  'command.nonzero': {
    message: '该步骤的命令执行失败，退出码为 {code|非 0 值}。',
    fix: '阅读该步骤自身的输出：原因通常在最后几行。',
  },
  unknown: { message: '构建失败，原因未知。', fix: '阅读构建器的完整信息。' },
};
