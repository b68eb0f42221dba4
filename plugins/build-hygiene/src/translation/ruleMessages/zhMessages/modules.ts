/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleMessages } from '../types';

/**
 * Messages of the modules rules, in Chinese. What the go command prints stays
 * as it is, in quotation marks, so that it can be searched for.
 */
export const modules: RuleMessages = {
  'modules/deprecated': {
    '{module} is deprecated: {text}. As of {date}.':
      '{module} 已弃用，弃用说明为“{text}”（截至 {date}）。',
  },
  'modules/go-end-of-life': {
    '{image} has Go {version}, which is certainly out of support since {since}:':
      '{image} 中的 Go {version} 自 {since} 起肯定已不再受支持：',
    '{image} has Go {version}, which is certainly out of support:':
      '{image} 中的 Go {version} 肯定已不再受支持：',
    'as of {date}, Go {older} and Go {newer} get fixes.':
      '截至 {date}，仍有修复更新的是 Go {older} 和 Go {newer}。',
  },
  'modules/go-newer-than-image': {
    '{place} asks for Go {wanted}, and the newest {image} known on {date} is {version}:':
      '{place} 要求 Go {wanted}，而截至 {date} 已知最新的 {image} 是 {version}：',
    '{place} asks for Go {wanted}, and {image} has {version} at most:':
      '{place} 要求 Go {wanted}，而 {image} 中最高只到 {version}：',
    '`go {verb}` certainly stops, as it cannot read a version of that form.':
      '`go {verb}` 肯定会停止，因为它读不懂这种形式的版本号。',
    '`go {verb}` certainly stops with "requires go >= {version}".':
      '`go {verb}` 肯定会报“requires go >= {version}”并停止。',
    '`go {verb}` possibly stops with "requires go >= {version}".':
      '`go {verb}` 可能会报“requires go >= {version}”并停止。',
    'it does not refuse, but possibly cannot compile what newer code uses.':
      '它不会拒绝，但可能无法编译较新代码所用的内容。',
  },
  'modules/go-patch-behind': {
    '{image} is not built any more and has Go {version}:':
      '{image} 已不再更新，其中的 Go 是 {version}：',
    '{image} has Go {version}:': '{image} 中的 Go 是 {version}：',
    'Go {fix} has security fixes that it certainly lacks (as of {date}).':
      '它肯定缺少 Go {fix} 中的安全修复（截至 {date}）。',
  },
  'modules/go-version-drift': {
    '{place} asks for Go {version}, and {pin} has Go {pinned}, which is certainly older:':
      '{place} 要求 Go {version}，而 {pin} 使用的 Go {pinned} 肯定更旧：',
    'what newer code uses does not compile.': '较新代码所用的内容无法编译。',
    'the go command downloads another one, or refuses.':
      'go 命令会下载另一个 Go，或者拒绝执行。',
    '{place} builds with {image} (Go {line} as of {date}), and {pin} has Go {pinned}:':
      '{place} 用 {image}（截至 {date} 为 Go {line}）构建，而 {pin} 使用 Go {pinned}：',
    '{place} builds with {image}, and {pin} has Go {pinned}:':
      '{place} 用 {image} 构建，而 {pin} 使用 Go {pinned}：',
    'what is tested or built with it certainly has another line than the image.':
      '用它测试或构建的内容，其 Go 版本系列肯定与镜像的不同。',
    'the devcontainer': 'devcontainer',
  },
  'modules/image-go-floating': {
    '{image} certainly names no Go line, and {place} asks for Go {version}:':
      '{image} 肯定没有写明 Go 版本系列，而 {place} 要求 Go {version}：',
    '{image} certainly names no Go line, and {place} asks for Go {version}.':
      '{image} 肯定没有写明 Go 版本系列，而 {place} 要求 Go {version}。',
    'as of {date} the image has Go {line}, later it possibly has another one.':
      '截至 {date}，镜像中是 Go {line}，以后可能会变成其他版本系列。',
    'as of {date} the image has Go {line} and is not built any more.':
      '截至 {date}，镜像中是 Go {line}，并且已不再更新。',
  },
  'modules/mutated-in-build': {
    '`go get` adds what {path} and go.sum lack during the build, in the newest version.':
      '`go get` 在构建期间以最新版本补上 {path} 和 go.sum 中缺少的内容。',
    '`go get` changes the requirements of {path} and go.sum during the build.':
      '`go get` 在构建期间修改 {path} 和 go.sum 中的依赖。',
    '`go mod tidy` makes {path} and go.sum anew during the build, with whatever is newest then.':
      '`go mod tidy` 在构建期间重新生成 {path} 和 go.sum，采用当时最新的内容。',
    'GOFLAGS has `-mod=mod`, which lets `go {verb}` change {path} and go.sum during the build.':
      'GOFLAGS 中有 `-mod=mod`，它允许 `go {verb}` 在构建期间修改 {path} 和 go.sum。',
    '`-mod=mod` lets `go {verb}` change {path} and go.sum during the build.':
      '`-mod=mod` 允许 `go {verb}` 在构建期间修改 {path} 和 go.sum。',
    '`go mod init` makes up a go.mod during the build, so the versions of all modules are those of that day.':
      '`go mod init` 在构建期间凭空生成 go.mod，因此所有模块的版本都取决于构建当天。',
  },
  'modules/path': {
    'There is no module line: the go command stops with "missing module declaration".':
      '没有 module 行：go 命令会报“missing module declaration”并停止。',
    '"{module}" is no module path ({reason}): the go command refuses to work in the module.':
      '“{module}”不是模块路径（“{reason}”）：go 命令拒绝在该模块中执行。',
    '{module} cannot be fetched ({reason}) and is not replaced: `go mod download` stops here.':
      '{module} 无法获取（“{reason}”），也没有被替换：`go mod download` 会在此停止。',
  },
  'modules/pseudo-version': {
    '{version} stands for a module that a replacement has to name, and {module} is not replaced: it cannot be fetched.':
      '{version} 表示应由替换指定的模块，而 {module} 没有被替换：无法获取它。',
    '{module} is required at a commit after {release}, not at a release.':
      '所依赖的 {module} 是 {release} 之后的某个提交，而不是发布版本。',
  },
  'modules/replace-breaks-download': {
    '{module} is replaced by {folder}, and {path} is not in the image when `go {command}` runs: it stops.':
      '{module} 被替换为 {folder}，而执行 `go {command}` 时镜像中还没有 {path}：命令会停止。',
    'So it is with {count} more of them.':
      '另有 {count} 个被替换的模块也是如此。',
  },
  'modules/replace-fork': {
    '{module} is not what is built: {other} takes its place.':
      '构建的不是 {module}，而是替换它的 {other}。',
  },
  'modules/replace-outside-context': {
    '{module} is replaced by {folder}, which is not in the build context ({context}): `go {verb}` in {place} cannot find it.':
      '{module} 被替换为 {folder}，而它不在构建上下文（{context}）中：{place} 的 `go {verb}` 找不到它。',
    'the repository': '仓库根目录',
  },
  'modules/replace-unused': {
    'Line {line} says the same already.': '第 {line} 行已写明相同的替换。',
    '{module} is replaced by itself.': '{module} 被替换为它自身。',
    '{version} of {module} is required, so that is what is built, and not this replacement:':
      '依赖的是 {module} 的 {version}，因此构建的是该版本，而不是此处的替换：',
    'Nothing requires what is replaced here:':
      '没有任何内容依赖此处被替换的模块：',
    'go.sum has no hash of {module}.': 'go.sum 中没有 {module} 的哈希值。',
  },
  'modules/retracted': {
    '{module} was retracted ({reasons}); no version of it is good. As of {date}.':
      '{module} 已被作者撤回，理由为“{reasons}”；该模块没有可用的版本（截至 {date}）。',
    '{module} was retracted ({reasons}); `go get {good}` takes a good one. As of {date}.':
      '{module} 已被作者撤回，理由为“{reasons}”；执行 `go get {good}` 可换用没有问题的版本（截至 {date}）。',
    '{module} was retracted; no version of it is good. As of {date}.':
      '{module} 已被作者撤回；该模块没有可用的版本（截至 {date}）。',
    '{module} was retracted; `go get {good}` takes a good one. As of {date}.':
      '{module} 已被作者撤回；执行 `go get {good}` 可换用没有问题的版本（截至 {date}）。',
  },
  'modules/sum-conflict': {
    '{module} has another hash in line {line}: one of them is of other code.':
      '{module} 在第 {line} 行有另一个哈希值：其中之一对应的是不同的代码。',
  },
  'modules/sum-copied-but-absent': {
    'There is no {path}: this step stops with "not found".':
      '没有 {path}：该步骤会报“not found”并停止。',
  },
  'modules/sum-incomplete': {
    'go.sum has the hashes of go.mod files alone, and none of the code of a direct requirement, as after a mere `go mod download`:':
      'go.sum 中只有 go.mod 文件的哈希值，没有任何直接依赖的代码的哈希值，如同只执行过 `go mod download`：',
    'every build that uses one stops with "missing go.sum entry".':
      '凡是用到直接依赖的构建都会报“missing go.sum entry”并停止。',
    'go.sum has no line for {module}:': 'go.sum 中没有 {module} 的行：',
    'every build that uses a package of it stops with "missing go.sum entry", and so does `go list -m all`.':
      '凡是用到其中某个包的构建，以及 `go list -m all`，都会报“missing go.sum entry”并停止。',
    'every build stops with "missing go.sum entry".':
      '每次构建都会报“missing go.sum entry”并停止。',
    '{count} more requirements lack theirs, too.':
      '另有 {count} 个依赖也没有对应的行。',
  },
  'modules/sum-malformed': {
    'A merge conflict was left in the file: the go command stops with "malformed go.sum".':
      '文件中留有合并冲突：go 命令会报“malformed go.sum”并停止。',
    'The go command stops here: {error}, not 3.':
      'go 命令会在此报“{error}”并停止：应当是 3 个字段。',
    'This is no SHA-256 hash, so no module can match it: the go command reports a checksum mismatch.':
      '这不是 SHA-256 哈希值，没有模块能与之相符：go 命令会报告校验和不匹配。',
  },
  'modules/sum-missing': {
    '{module} and one other are required, and there is no {path}:':
      '依赖 {module} 和另外 1 个模块，却没有 {path}：',
    '{module} and {count} others are required, and there is no {path}:':
      '依赖 {module} 和另外 {count} 个模块，却没有 {path}：',
    '{module} is required, and there is no {path}:':
      '依赖 {module}，却没有 {path}：',
    'Go 1.16 and newer stop with "missing go.sum entry", older ones take what they get.':
      'Go 1.16 及更新版本会报“missing go.sum entry”并停止，更旧的版本得到什么就采用什么。',
    'go stops with "missing go.sum entry".':
      'go 命令会报“missing go.sum entry”并停止。',
  },
  'modules/sum-not-copied': {
    '`go mod {command}` sees {path} without {sum}: nothing checks what it downloads against what the repository has recorded.':
      '`go mod {command}` 执行时有 {path} 而没有 {sum}：下载的内容不会与仓库中的记录核对。',
    '`go {verb}` sees {path} without {sum}, and stops with "missing go.sum entry".':
      '`go {verb}` 执行时有 {path} 而没有 {sum}，会报“missing go.sum entry”并停止。',
  },
  'modules/sum-unknown-hash': {
    'The go command does not know this kind of hash, so nothing checks {module}.':
      'go 命令不认识这种哈希值，因此 {module} 不会被核对。',
  },
  'modules/syntax': {
    'The go command stops: conflicting replacements for {module}: line {other} has another one (at {line}:{column}).':
      'go 命令会停止：第 {line} 行第 {column} 列对 {module} 的替换与第 {other} 行的冲突。',
    'The go command stops: {error} (at {line}:{column}).':
      'go 命令会在第 {line} 行第 {column} 列报“{error}”并停止。',
    '{count} more lines of the file are wrong, too.':
      '该文件中另有 {count} 行有误。',
  },
  'modules/toolchain-download': {
    'GOTOOLCHAIN={value} and {path} ({asked}): `go {verb}` certainly downloads another Go than that of {image}.':
      'GOTOOLCHAIN={value}，并且 {path} 中为 {asked}：`go {verb}` 肯定会下载另一个 Go，而不使用镜像自带的（{image}）。',
    'GOTOOLCHAIN={value}: `go {verb}` possibly downloads another Go than that of {image}, as soon as {path} or a tool asks for a newer one.':
      'GOTOOLCHAIN={value}：一旦 {path} 或某个工具要求更新的 Go，`go {verb}` 就可能会下载它，而不使用镜像自带的（{image}）。',
    'go {version} and toolchain {toolchain}':
      'go {version} 和 toolchain {toolchain}',
    '{image}, which has Go {version} (as of {date})':
      '{image}，截至 {date} 为 Go {version}',
    '{image}, which has Go {version}': '{image}，其中为 Go {version}',
  },
  'modules/toolchain-invalid': {
    '`{name}` is no toolchain name, so go.mod certainly cannot be read: a name is like go1.27.4.':
      '`{name}` 不是工具链的名称，因此 go.mod 肯定无法读取：名称的形式如 go1.27.4。',
    'The toolchain line says the same as the go line:':
      'toolchain 行与 go 行相同：',
    '`{name}` names no toolchain of Go 1.21 or newer:':
      '`{name}` 不是 Go 1.21 或更新版本的工具链：',
    '`go build` {surely} stops with "updates to go.mod needed".':
      '`go build` {surely}会报“updates to go.mod needed”并停止。',
    certainly: '肯定',
    'possibly (outside of its workspace)': '在其工作区之外可能',
    '`{name}` is a language version and no toolchain: a Go that is older possibly stops with "invalid toolchain".':
      '`{name}` 是语言版本，不是工具链：更旧的 Go 可能会报“invalid toolchain”并停止。',
    '`{name}` is older than the go line, {version}, so it certainly has no effect.':
      '`{name}` 比 go 行的 {version} 更旧，因此肯定没有效果。',
  },
  'modules/vendor-inconsistent': {
    '{module} is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt:':
      'go.mod 显式依赖 {module}，而 vendor/modules.txt 没有把它标记为 explicit：',
    '{module} is explicitly required in go.mod, but vendor/modules.txt indicates {other}:':
      'go.mod 显式依赖 {module}，而 vendor/modules.txt 中是 {other}：',
    '{module} is replaced by {other} in {path}, but marked as replaced by {recorded} in vendor/modules.txt:':
      '{module} 在 {path} 中被替换为 {other}，而 vendor/modules.txt 标记的替换是 {recorded}：',
    '{module} is replaced in {path}, but not marked as replaced in vendor/modules.txt:':
      '{module} 在 {path} 中被替换，而 vendor/modules.txt 没有标记该替换：',
    '{module} is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod:':
      'vendor/modules.txt 把 {module} 标记为 explicit，而 go.mod 没有显式依赖它：',
    '{module} is marked as explicit in vendor/modules.txt, but not explicitly required in a go.mod:':
      'vendor/modules.txt 把 {module} 标记为 explicit，而没有 go.mod 显式依赖它：',
    '{module} is marked as replaced in vendor/modules.txt, but not replaced in go.mod:':
      'vendor/modules.txt 标记 {module} 被替换，而 go.mod 中没有该替换：',
    '{module} is marked as replaced in vendor/modules.txt, but not replaced in the workspace:':
      'vendor/modules.txt 标记 {module} 被替换，而工作区中没有该替换：',
    'the go command stops with "inconsistent vendoring".':
      'go 命令会报“inconsistent vendoring”并停止。',
    'There are {count} more differences.': '另有 {count} 处差异。',
  },
  'modules/vendor-unused': {
    '`go mod download` fetches what {folder} holds already.':
      '`go mod download` 会获取 {folder} 中已有的内容。',
    '`{flag}` makes `go {verb}` pass over {folder} and fetch the modules.':
      '`{flag}` 使 `go {verb}` 忽略 {folder}，转而获取模块。',
    '{folder} is not in the image when `go {verb}` runs, so it fetches the modules.':
      '执行 `go {verb}` 时镜像中还没有 {folder}，因此它会获取模块。',
  },
  'modules/version-canonical': {
    '{version} of {module} is not a version in full, so the go command has to look it up, and every build stops with "updates to go.mod needed".':
      '{module} 的 {version} 不是完整的版本号，go 命令必须先查询它，因此每次构建都会报“updates to go.mod needed”并停止。',
    '{version} of {module} does not exist: a path that ends in {suffix} needs no "+incompatible".':
      '{module} 的 {version} 不存在：以 {suffix} 结尾的路径不需要“+incompatible”。',
    '{version} of {module} does not exist: v0 and v1 need no "+incompatible".':
      '{module} 的 {version} 不存在：v0 和 v1 不需要“+incompatible”。',
  },
  'modules/workspace-in-context': {
    '{path} is in the image and lists {folder}, whose go.mod is not there: `go {verb}` stops.':
      '{path} 在镜像中并列出了 {folder}，而后者的 go.mod 不在镜像中：`go {verb}` 会停止。',
  },
};
