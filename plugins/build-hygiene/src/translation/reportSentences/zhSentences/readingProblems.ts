/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';

// The first that fits counts: the special ones stand before the general ones.
/** What could not be read as it should, in Chinese. */
export const readingProblems: Sentences = {
  'The file was not read: it has {size} bytes, the bound is {bound}.':
    '未读取该文件：它有 {size} 字节，上限为 {bound} 字节。',
  'The file was not read: it is a symbolic link, and links are never followed.':
    '未读取该文件：它是符号链接，而链接一律不予跟随。',
  'The path was not read: it is a submodule, and submodules are never followed.':
    '未读取该路径：它是子模块，而子模块一律不予跟随。',
  'The file was not read: the bound of {files} files and {bytes} bytes of a repository was reached.':
    '未读取该文件：已达到每个仓库 {files} 个文件、{bytes} 字节的上限。',
  '{count} more build files were not read: the bound of {files} files and {bytes} bytes of a repository was reached.':
    '另有 {count} 个构建文件未读取：已达到每个仓库 {files} 个文件、{bytes} 字节的上限。',
  '{count} build files, the first of them {path}, were not read: the bound of {files} files and {bytes} bytes of a repository was reached.':
    '有 {count} 个构建文件未读取，其中第一个是 {path}：已达到每个仓库 {files} 个文件、{bytes} 字节的上限。',
  'Of {count} Kubernetes manifests the first {limit} were read.':
    '共有 {count} 个 Kubernetes 清单，只读取了前 {limit} 个。',
  'The file was not read: it is not text.': '未读取该文件：它不是文本文件。',
  'The file is encoded as UTF-16. Docker and Go read UTF-8 only: save it as UTF-8.':
    '该文件的编码是 UTF-16，而 Docker 和 Go 只能读取 UTF-8：请将其保存为 UTF-8。',
  'The file is not valid UTF-8; the bytes that are none are read as replacement characters.':
    '该文件不是有效的 UTF-8；无效的字节按替换字符读取。',
  '{count} paths of the listing are no paths inside a repository and were left out.':
    '文件列表中有 {count} 个路径不是仓库内的路径，已略去。',
  'The repository has {count} files; the listing ends at the bound of {limit}.':
    '仓库有 {count} 个文件；列表在达到上限 {limit} 个时截止。',
  'The folder has more than {limit} files; deeper ones were not listed.':
    '目录中的文件超过 {limit} 个；层级更深的文件没有列出。',
  'The folder could not be listed: {reason}.': '无法列出该目录：“{reason}”。',
  'The path was left out: it is a pipe, socket or device.':
    '已略去该路径：它是管道、套接字或设备。',
  'The file could not be read: {reason}.': '无法读取该文件：“{reason}”。',
  'There is a policy in {path}, too: keep one of them.':
    '{path} 中也有一份策略：请只保留一份。',
  'The policy is longer than {limit} characters and was not read.':
    '策略超过 {limit} 个字符，未读取。',
  'The policy is nested too deeply and was not read.': '策略嵌套过深，未读取。',
  'The policy cannot be read as YAML.': '无法将策略作为 YAML 读取。',
  'This is no YAML: {message}': '这不是有效的 YAML：“{message}”',
  'A policy has no aliases: write the value itself.':
    '策略中不能使用别名：请直接写出值。',
  'The policy has to be a map.': '策略必须是映射。',
  '{setting} has to be a map.': '{setting} 必须是映射。',
  '{setting} has more than {limit} entries.':
    '{setting} 的条目超过 {limit} 个。',
  'There is no setting of a rule {name}; did you mean {near}?':
    '规则没有名为 {name} 的设置；是否想写 {near}？',
  'There is no setting of a rule {name}.': '规则没有名为 {name} 的设置。',
  'There is no setting {name}; did you mean {near}?':
    '没有名为 {name} 的设置；是否想写 {near}？',
  'There is no setting {name}.': '没有名为 {name} 的设置。',
  'There is no rule {name}; did you mean {near}?':
    '没有规则 {name}；是否想写 {near}？',
  'There is no rule {name}.': '没有规则 {name}。',
  'There is no parameter of {rule} {name}; did you mean {near}?':
    '{rule} 没有名为 {name} 的参数；是否想写 {near}？',
  'There is no parameter of {rule} {name}.': '{rule} 没有名为 {name} 的参数。',
  '{name} stands here twice.': '{name} 在此处出现了两次。',
  'An entry of {setting} has to be a text of one line.':
    '{setting} 的每个条目都必须是单行文本。',
  '{setting} has to be a text of one line.': '{setting} 必须是单行文本。',
  '{setting} has to be one of {words}; did you mean {near}?':
    '{setting} 必须是以下之一：{words}；是否想写 {near}？',
  '{setting} has to be one of {words}.': '{setting} 必须是以下之一：{words}。',
  '{setting} has to be true or false.': '{setting} 必须是 true 或 false。',
  '{setting} has to be a number from {minimum} to {maximum}.':
    '{setting} 必须是 {minimum} 到 {maximum} 之间的数字。',
  'graceUntil has to be a day such as 2027-01-31.':
    'graceUntil 必须是 2027-01-31 这样的日期。',
  '{pattern} is more than one pattern: give each an entry of its own.':
    '{pattern} 含有多个模式：请让每个模式单独成为一个条目。',
  '{pattern} has a scheme, and no module path does.':
    '{pattern} 带有协议，而模块路径没有协议。',
  '{pattern} is no pattern that Go can read.':
    '{pattern} 不是 Go 能读取的模式。',
  '{registry} is no registry: give its host, and a path if need be, without scheme and tag.':
    '{registry} 不是镜像仓库：请给出主机，必要时加上路径，不带协议和标签。',
  '{pattern} would leave out the whole repository.':
    '{pattern} 会排除整个仓库。',
  '{pattern} is no path inside a repository.': '{pattern} 不是仓库内的路径。',
  '{pattern} has a bracket without an end.': '{pattern} 中的方括号没有闭合。',
  'Of the comments for Build Hygiene, the first {limit} were read.':
    '针对 Build Hygiene 的注释只读取了前 {limit} 条。',
  '{objection} Nothing is excepted by it.':
    '{objection}该注释没有豁免任何问题。',
  'A Dockerfile has no comments at the end of a line: put it above the instruction.':
    'Dockerfile 的行尾不能写注释：请把它放在指令上方。',
  '`ignore-file` has to stand above everything else.':
    '`ignore-file` 必须位于所有其他内容之上。',
  'Nothing stands below the comment.': '注释下方没有任何内容。',
  'The comment says {word}, which is nothing known: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.':
    '注释中的 {word} 无法识别：请写成 `ignore category/rule -- reason`，如果不是永久有效，请在末尾加上 `until 2027-01-31`。',
  'The comment names no rule: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.':
    '注释没有指定规则：请写成 `ignore category/rule -- reason`，如果不是永久有效，请在末尾加上 `until 2027-01-31`。',
  'The comment names {rule}, and there is no such rule: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.':
    '注释指定的规则 {rule} 不存在：请写成 `ignore category/rule -- reason`，如果不是永久有效，请在末尾加上 `until 2027-01-31`。',
  'The comment names {rule}, and there is no such rule; did you mean {near}?':
    '注释指定的规则 {rule} 不存在；是否想写 {near}？',
  'The comment gives no reason: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.':
    '注释没有给出理由：请写成 `ignore category/rule -- reason`，如果不是永久有效，请在末尾加上 `until 2027-01-31`。',
  'The comment ends {day}, which is no day such as 2027-01-31.':
    '注释末尾的 {day} 不是 2027-01-31 这样的日期。',
};
