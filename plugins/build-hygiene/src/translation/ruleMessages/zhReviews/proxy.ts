/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';

/** What to review of the fixes of proxy rules, in Chinese. */
export const proxy: Sentences = {
  'The go command gets these settings from now on: check that their values are right.':
    '此后 go 命令会得到这些设置：请确认它们的值正确。',
  'Paths of modules that GOPRIVATE does not cover are then sent to proxy.golang.org: check that all private ones are covered, and that builds may reach it.':
    '此后，GOPRIVATE 没有涵盖的模块路径会发给 proxy.golang.org：请确认所有私有模块都已涵盖，并且构建可以连接它。',
  'The image itself gets git: a stage of its own for the build would keep it out.':
    '镜像本身会带有 git：为构建单设一个阶段，就不会带入它。',
  'When the first source fails, module paths are sent to the next one: check that GOPRIVATE covers all private modules.':
    '第一个来源出错时，模块路径会发给下一个来源：请确认 GOPRIVATE 涵盖所有私有模块。',
  'Go fetches the modules that now match from their own hosts: check that builds can reach them and may read there.':
    'Go 会从各自的主机获取现在匹配的模块：请确认构建能连接这些主机并有读取权限。',
  'Go fetches these modules from their own hosts then: check that builds reach them, have git, and may read there.':
    '此后 Go 会从各自的主机获取这些模块：请确认构建能连接这些主机、有 git，并有读取权限。',
  'Modules whose sums are not in go.sum are looked up in sum.golang.org from then on: check that builds reach it, and that no other private module is among them.':
    '此后，校验和不在 go.sum 中的模块会向 sum.golang.org 查询：请确认构建能连接它，并且其中没有其他私有模块。',
  'What had no effect so far takes effect, or is gone: check that it is what was meant.':
    '此前没有效果的设置将会生效，或被删除：请确认这符合本意。',
};
