/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../../reportSentences/types';
import { RuleMessages } from '../types';

/** How messages name a step: `COPY . .` (line 4). */
const places: Sentences = {
  '`{step}` (line {line})': '第 {line} 行的 `{step}`',
};

// The first that fits counts: the special ones stand before the general ones.
/** Messages of the cache rules, in Chinese. */
export const cache: RuleMessages = {
  'cache/build-cache-mount': {
    'A source change re-runs this compile step behind {place}, and no cache mount holds {folder}: all packages are compiled from scratch.':
      '修改源代码会重新执行{place} 之后的这个编译步骤，而没有缓存挂载保存 {folder}：所有包都要从头编译。',
    'A source change re-runs this compile step, and no cache mount holds {folder}: all packages are compiled from scratch.':
      '修改源代码会重新执行这个编译步骤，而没有缓存挂载保存 {folder}：所有包都要从头编译。',
    'With `-a` they are so whatever a cache holds: leave it out as well.':
      '有了 `-a`，无论缓存里有什么都会如此：请一并去掉它。',
    ...places,
  },
  'cache/cleaned-in-build': {
    'This deletes /{path} in the cache mount at {mount}: the next build finds the cache empty.':
      '这会删除缓存挂载 {mount} 中的 /{path}：下一次构建时缓存是空的。',
    'This deletes {what} in the cache mount at {mount}: the next build finds the cache empty.':
      '这会删除缓存挂载 {mount} 中的{what}：下一次构建时缓存是空的。',
    'This deletes /{path} before another go command needs it: there is nothing to delete yet, or it is fetched and compiled again.':
      '后面的 go 命令还需要 /{path}，这里就把它删除了：要么还没有东西可删，要么又得重新获取和编译。',
    'This deletes {what} before another go command needs it: there is nothing to delete yet, or it is fetched and compiled again.':
      '后面的 go 命令还需要{what}，这里就把它删除了：要么还没有东西可删，要么又得重新获取和编译。',
    'the module cache': '模块缓存',
    'the build cache': '构建缓存',
    'the packages': '软件包',
  },
  'cache/commit-busts': {
    'Every commit repeats {work} here, and what follows at {lines}, because of {cause}.':
      '每次提交都会在此重新{work}，还会重新执行其后{lines}的步骤，原因是{cause}。',
    'Every commit repeats {work} here, and what follows at {lines}, because {reason}.':
      '每次提交都会在此重新{work}，还会重新执行其后{lines}的步骤，因为{reason}。',
    'Every commit repeats {work} here, because of {cause}.':
      '每次提交都会在此重新{work}，原因是{cause}。',
    'Every commit repeats {work} here, because {reason}.':
      '每次提交都会在此重新{work}，因为{reason}。',
    'The step writes it into the binary, and no cache mount holds the build cache.':
      '该步骤把它写入程序，而没有缓存挂载保存构建缓存。',
    'the download of modules and the compilation': '下载模块并编译',
    'the download of modules': '下载模块',
    'the compilation': '编译',
    'the installation of packages': '安装软件包',
    '{cause} at `{step}` (line {line})': '{cause}（见第 {line} 行的 `{step}`）',
    'the build argument {name}': '构建参数 {name}',
    'the `.git` folder in the context': '构建上下文中的 `.git` 目录',
    'a value in the instruction': '指令中的某个值',
    'an earlier step': '前面的步骤',
    'its stage stands on a folder, which each build sends anew':
      '该阶段以一个目录为基础，而每次构建都会重新发送它',
    'an instruction before it was removed': '它之前的一条指令被移除了',
    'the named context {name} is another one': '命名上下文 {name} 换成了另一个',
    'lines {a}, {b}, {c}, {d} and {e}': '第 {a}、{b}、{c}、{d} 和 {e} 行',
    'lines {a}, {b}, {c} and {d}': '第 {a}、{b}、{c} 和 {d} 行',
    'lines {a}, {b} and {c}': '第 {a}、{b} 和 {c} 行',
    'lines {a} and {b}': '第 {a} 和 {b} 行',
    'line {a}': '第 {a} 行',
  },
  'cache/deps-before-source': {
    'This step {work}, and takes the sources itself: every source change fetches all modules again.':
      '该步骤{work}，而且自己就取用源代码：每次修改源代码都会重新获取所有模块。',
    'This step {work}, and stands behind {place}: every source change fetches all modules again.':
      '该步骤{work}，又排在{place} 之后：每次修改源代码都会重新获取所有模块。',
    'Those of line {line} are in a cache mount, which this step does not have.':
      '第 {line} 行下载的模块在缓存挂载中，而该步骤没有这个挂载。',
    'Its cache mount for them does not help: it starts empty on {builder}.':
      '它为模块配置的缓存挂载没有帮助：这个挂载在{builder}上从空开始。',
    'This builder ({place}) keeps no layers of it at all; the order counts for every builder that does, such as those of developers.':
      '该构建器（{place}）完全不保留该步骤的层；但对会保留层的构建器（例如开发者机器上的）来说，顺序仍然重要。',
    'This builder keeps no layers of it at all; the order counts for every builder that does, such as those of developers.':
      '该构建器完全不保留该步骤的层；但对会保留层的构建器（例如开发者机器上的）来说，顺序仍然重要。',
    'The modules are {where}, but the cache mount of this step hides them, and it starts empty on {builder}: every source change downloads all of them again.':
      '模块在{where}中，却被该步骤的缓存挂载遮住，而这个挂载在{builder}上从空开始：每次修改源代码都会重新下载所有模块。',
    'Take the mount for modules away.': '请去掉模块的挂载。',
    'This download stays cached when sources change, but its modules are in a cache mount, which is in no layer and starts empty on {builder}: {place} downloads all of them again.':
      '修改源代码后，这个下载步骤仍会命中缓存，但模块在缓存挂载中，挂载不属于任何层，在{builder}上又从空开始：{place} 会重新下载所有模块。',
    'Take the mount for modules away from both steps, or carry cache mounts over from job to job.':
      '请从这两个步骤中去掉模块的挂载，或在作业之间传递缓存挂载。',
    'compiles and downloads the modules for it': '编译并下载所需的模块',
    'downloads the modules': '下载模块',
    'in the layer of line {line}': '第 {line} 行的层',
    'in a layer': '某个层',
    'this builder ({place})': '该构建器（{place}）',
    'this builder': '该构建器',
    ...places,
  },
  'cache/futile-copy': {
    'Only modules are downloaded so far, and those are in {folder}: the build cache that this copies is empty.':
      '到这里为止只下载了模块，而模块在 {folder} 中：这里复制的构建缓存是空的。',
    'Only modules are downloaded in that stage: the build cache that this copies is empty.':
      '那个阶段只下载了模块：这里复制的构建缓存是空的。',
    "{path} is in a cache mount in line {line}, and no part of that stage's layers: this copies an empty folder.":
      '{path} 在第 {line} 行的缓存挂载中，不属于那个阶段的层：这里复制的是空目录。',
    "{path} is in a cache mount in line {line}, and no part of that stage's layers: this finds nothing to copy.":
      '{path} 在第 {line} 行的缓存挂载中，不属于那个阶段的层：这里找不到可复制的内容。',
    'Nothing runs between this and line {line}, which copies the same files again: the layer saves nothing.':
      '从这里到第 {line} 行之间没有执行任何命令，而那一行会再次复制同样的文件：这一层省不下任何工作。',
  },
  'cache/hit-rate': {
    '{rate} % of the steps of the last {builds} builds came from the cache; from {goal} % on nothing is left to gain here.':
      '最近 {builds} 次构建的步骤中有 {rate}% 来自缓存；达到 {goal}% 之后，这一项就没有提升空间了。',
    'Every commit re-runs {count} of {all} steps, from {place} on.':
      '每次提交都会从{place} 起重新执行 {all} 个步骤中的 {count} 个。',
    'A change of Go source re-runs {count} of {all} steps, from {place} on.':
      '修改 Go 源代码会从{place} 起重新执行 {all} 个步骤中的 {count} 个。',
    ...places,
  },
  'cache/module-cache-mount': {
    'Any change of go.mod or go.sum re-runs this download, and no cache mount holds the module cache: all modules are fetched again for the one that changed.':
      'go.mod 或 go.sum 一有改动就会重新执行这个下载步骤，而没有缓存挂载保存模块缓存：只变了一个模块，却要重新获取所有模块。',
  },
  'cache/mount-on-ephemeral': {
    '{what} in a cache mount, which starts empty in each job: {place} builds on a machine or builder that is new each time, and imports no cache.':
      '{what}保存在缓存挂载中，而它在每个作业中都从空开始：{place} 每次都在新的机器或构建器上构建，又不导入缓存。',
    'Modules and compiled packages are kept': '模块和编译好的包',
    'Modules are kept': '模块',
    'Compiled packages are kept': '编译好的包',
  },
  'cache/mount-target': {
    'The cache mount is at {target}, but in this step Go keeps its {what} in the home folder of the user {user}: the mount stays empty.':
      '缓存挂载位于 {target}，但在该步骤中，Go 把{what}存放在用户 {user} 的主目录中：该挂载一直是空的。',
    'The cache mount is at {target}, but in this step Go keeps its {what} in {folder}: the mount stays empty.':
      '缓存挂载位于 {target}，但在该步骤中，Go 把{what}存放在 {folder} 中：该挂载一直是空的。',
    'On this builder cache mounts start empty wherever they are: take it away.':
      '在该构建器上，缓存挂载无论位于哪里都从空开始：请去掉它。',
    modules: '模块',
    'compiled packages': '编译好的包',
  },
  'cache/no-cache-always': {
    'This builds without cache on every change, so each step runs again whatever changed.':
      '这里在每次有修改时都不使用缓存进行构建，因此无论改了什么，每个步骤都会重新执行。',
  },
  'cache/packages-after-source': {
    'This step installs packages and takes the sources itself: every source change installs them again.':
      '该步骤安装软件包，而且自己就取用源代码：每次修改源代码都会重新安装。',
    'This step installs packages behind {place}: every source change installs them again.':
      '该步骤在{place} 之后安装软件包：每次修改源代码都会重新安装。',
    ...places,
  },
  'cache/remote-cache-missing': {
    'This builds the image {where}, and neither imports nor exports a cache, so nothing of an earlier job is reused.':
      '这里{where}构建镜像，既不导入也不导出缓存，因此之前作业的成果都无法复用。',
    'with a builder that is new in each job': '用每个作业中新建的构建器',
    'on a machine that is new in each job': '在每个作业新分配的机器上',
  },
  'cache/remote-cache-mode-min': {
    '`type=inline` exports the layers of the final stage alone, and the steps of {stages} are repeated in every job.':
      '`type=inline` 只导出最终阶段的层，{stages} 的步骤在每个作业中都会重复执行。',
    'Without `mode=max` this exports the layers of the final stage alone, and the steps of {stages} are repeated in every job.':
      '没有 `mode=max`，这里就只导出最终阶段的层，{stages} 的步骤在每个作业中都会重复执行。',
    '`mode={mode}` exports the layers of the final stage alone, and the steps of {stages} are repeated in every job.':
      '`mode={mode}` 只导出最终阶段的层，{stages} 的步骤在每个作业中都会重复执行。',
    'stage `{a}` and stage `{b}` and stage `{c}`': '阶段 `{a}`、`{b}` 和 `{c}`',
    'stage `{a}` and stage `{b}`': '阶段 `{a}` 和 `{b}`',
    'stage `{a}`': '阶段 `{a}`',
  },
  'cache/unrelated-change-busts': {
    'This takes {a}, {b} and {c}: a commit of nothing but {consequence}.':
      '这里会带入 {a}、{b} 和 {c}：{consequence}。',
    'This takes {a} and {b}: a commit of nothing but {consequence}.':
      '这里会带入 {a} 和 {b}：{consequence}。',
    'This takes {path}: a commit of nothing but {consequence}.':
      '这里会带入 {path}：{consequence}。',
    '{consequence} at `{step}` (line {line})':
      '{consequence}（见第 {line} 行的 `{step}`）',
    '{files} downloads and compiles again':
      '{files}单独有修改时也会重新下载和编译',
    '{files} downloads again': '{files}单独有修改时也会重新下载',
    '{files} compiles again': '{files}单独有修改时也会重新编译',
    'documents, CI files or tests': '文档、CI 文件或测试',
    'documents or CI files': '文档或 CI 文件',
    'documents or tests': '文档或测试',
    'CI files or tests': 'CI 文件或测试',
    documents: '文档',
    'CI files': 'CI 文件',
    tests: '测试',
  },
};
