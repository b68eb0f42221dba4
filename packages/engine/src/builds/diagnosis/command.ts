/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const moduleFailures: readonly FailureClass[] = [
  {
    id: 'gomod.checksum_mismatch',
    kind: 'command',
    title: 'A module’s checksum differs',
    message: 'The content of {module|a module} is not what go.sum recorded.',
    transient: false,
    fix: 'Find out which side is right before anything else: an upstream tag that moved, a proxy that altered the module, or a damaged go.sum. Then take a good version; do not switch the checksum database off.',
    rules: ['proxy/sumdb-off', 'modules/sum-conflict', 'modules/sum-malformed'],
    signatures: [
      { pattern: /verifying (?<module>\S+): checksum mismatch/ },
      { pattern: /SECURITY ERROR/ },
    ],
  },
  {
    id: 'gomod.missing_gosum',
    kind: 'command',
    title: 'go.sum lacks an entry',
    message: 'go.sum has no entry for {module|a module that the build needs}.',
    transient: false,
    fix: 'Run go mod tidy and commit go.sum, and copy go.sum together with go.mod before the download.',
    rules: [
      'modules/sum-incomplete',
      'modules/sum-missing',
      'modules/sum-not-copied',
    ],
    signatures: [
      {
        pattern:
          /missing go\.sum entry for (?:module providing package (?<module>\S+)|go\.mod file|(?<module2>\S+))/,
      },
      { pattern: /missing go\.sum entry/ },
    ],
  },
  {
    id: 'gomod.toolchain_version',
    kind: 'command',
    title: 'The image’s Go is too old',
    message:
      'The code requires Go {need|of a newer version}, the image has {have|an older one}.',
    transient: false,
    fix: 'Raise the golang image’s tag to at least the version of the go line in go.mod.',
    rules: [
      'modules/go-newer-than-image',
      'modules/go-version-drift',
      'modules/toolchain-download',
    ],
    signatures: [
      {
        pattern:
          /requires go ?>= ?(?<need>[\w.]+) \(running go ?(?<have>[\w.]+)/,
      },
      { pattern: /go: download (?<need>go[\w.]+)(?: for \S+)?: / },
      { pattern: /invalid go version '(?<need>[^']+)': must match format/ },
      {
        pattern:
          /unknown directive: toolchain|module requires Go (?<need>[\d.]+)/,
      },
      {
        pattern:
          /cannot find (?<need>"?go[\d.]+"?) in PATH|toolchain not available|invalid toolchain/,
      },
    ],
  },
  {
    id: 'gomod.vendor_inconsistent',
    kind: 'command',
    title: 'vendor and go.mod disagree',
    message: 'vendor/modules.txt does not agree with go.mod.',
    transient: false,
    fix: 'Run go mod vendor and commit the vendor directory.',
    rules: ['modules/vendor-inconsistent', 'context/vendor-ignored'],
    signatures: [{ pattern: /inconsistent vendoring/ }],
  },
  {
    id: 'gomod.workspace',
    kind: 'command',
    title: 'The workspace is not whole',
    message: 'go.work names {module|a module} that is not in the build.',
    transient: false,
    fix: 'Copy all modules of the workspace, or build with GOWORK=off and keep go.work out of the context.',
    rules: ['modules/workspace-in-context'],
    signatures: [
      { pattern: /cannot load module (?<module>\S+) listed in go\.work/ },
      {
        pattern:
          /(?:not one of the workspace modules|go\.work (?:file )?(?:requires|lists))/,
      },
    ],
  },
  {
    id: 'gomod.replace_missing',
    kind: 'command',
    title: 'A replaced module is not there',
    message:
      'go.mod replaces a module by {path|a directory} that is not in the build.',
    transient: false,
    fix: 'Copy the replacement’s directory (at least its go.mod) before the step, or drop the replace.',
    rules: [
      'modules/replace-outside-context',
      'modules/replace-breaks-download',
    ],
    signatures: [
      { pattern: /replacement directory (?<path>\S+) does not exist/ },
      {
        pattern:
          /\(replaced by (?<path>[^)]{1,300})\): (?:reading|open) .{0,500}(?:no such file|not exist)/,
      },
    ],
  },
  {
    id: 'gomod.proxy_config',
    kind: 'command',
    title: 'The module proxy setting is wrong',
    message: 'The value of GOPROXY cannot be used.',
    transient: false,
    fix: 'Set GOPROXY to a list of URLs, with commas or bars between, that ends in direct or off.',
    rules: [
      'proxy/direct-only',
      'proxy/dead-entries',
      'proxy/unknown-variable',
    ],
    signatures: [
      {
        pattern:
          /invalid proxy URL|GOPROXY list is not the empty string|module lookup disabled by GOPROXY|invalid GOPROXY/,
      },
    ],
  },
  {
    id: 'gomod.syntax',
    kind: 'command',
    title: 'A module file does not parse',
    message: '{path|A module file} does not parse.',
    transient: false,
    fix: 'Correct the file at the line that the message names.',
    rules: ['modules/syntax', 'modules/sum-malformed'],
    signatures: [
      { pattern: /errors parsing (?<path>\S*go\.(?:mod|work)):/ },
      { pattern: /malformed (?<path>go\.sum)/ },
      {
        pattern:
          /(?<!\S)(?<path>\S*go\.(?:mod|work)):\d+: (?:unknown directive|usage|invalid|syntax)/,
      },
    ],
  },
  {
    id: 'gomod.updates_needed',
    kind: 'command',
    title: 'go.mod is out of date',
    message: 'go.mod needs an update that the build may not make.',
    transient: false,
    fix: 'Run go mod tidy and commit the result.',
    rules: ['modules/mutated-in-build', 'modules/sum-incomplete'],
    signatures: [{ pattern: /updates to go\.mod needed/ }],
  },
  {
    id: 'gomod.vcs_protocol',
    kind: 'command',
    title: 'The module’s repository is not understood',
    message:
      'The go command could not find out how to fetch {module|a module}.',
    transient: false,
    fix: 'Check the module path (a .git suffix may be needed), GOPRIVATE and the credentials for the host.',
    rules: ['proxy/private-leak', 'modules/path'],
    signatures: [
      {
        pattern:
          /(?:(?<![\w.~/:-])(?<module>[\w.~/:-]+@\S{1,100}): )?no protocol found for repository/,
      },
      { pattern: /unknown version control system|GOVCS disallows/ },
    ],
  },
  {
    id: 'gomod.unknown_revision',
    kind: 'command',
    title: 'The version does not exist',
    message:
      'There is no revision {revision|of that name} in the module’s repository.',
    transient: false,
    fix: 'Check the tag or commit that go.mod requires; for a private module check the credentials too, since a refused login can read like this.',
    rules: [
      'modules/pseudo-version',
      'modules/version-canonical',
      'modules/retracted',
    ],
    signatures: [
      {
        pattern: /(?:unknown|invalid) (?:revision|version) (?<revision>\S+)/,
        unlessFollowedBy:
          /could not read Username|terminal prompts disabled|Permission denied \(publickey/,
      },
      { pattern: /invalid pseudo-version|invalid version: / },
    ],
  },
  {
    id: 'gomod.package_not_found',
    kind: 'command',
    title: 'A package was not found',
    message: 'No required module provides the package {package|}.',
    transient: false,
    fix: 'Add the module with go get and commit go.mod and go.sum, or check the import path and that the directory is copied into the build.',
    rules: [
      'modules/path',
      'context/needed-file-ignored',
      'modules/vendor-inconsistent',
    ],
    signatures: [
      { pattern: /no required module provides package (?<package>[^\s;:]+)/ },
      { pattern: /package (?<package>\S+) is not in (?:std|GOROOT)/ },
      { pattern: /does not contain package (?<package>\S+)/ },
      {
        pattern:
          /cannot find (?:module providing )?package "?(?<package>[^\s":]+)/,
      },
      {
        pattern:
          /go\.mod file not found|cannot find main module|no Go files in|directory not found/,
      },
      {
        pattern: /unrecognized import path "(?<package>[^"]+)"/,
        strength: 'likely',
      },
    ],
  },
];

export const compileFailures: readonly FailureClass[] = [
  {
    id: 'compile.cgo_no_compiler',
    kind: 'command',
    title: 'cgo finds no C compiler',
    message:
      'The build needs the C compiler {compiler|} for cgo, and the image has none.',
    transient: false,
    fix: 'Set CGO_ENABLED=0 if no cgo is needed; else install gcc and the C library’s headers in the build stage.',
    rules: ['image/libc-mismatch'],
    signatures: [
      { pattern: /C compiler "(?<compiler>[^"]+)" not found/ },
      {
        pattern:
          /exec: "(?<compiler>[\w.+-]*(?:gcc|g\+\+|clang|clang\+\+|cc))": executable file not found/,
      },
    ],
  },
  {
    id: 'test.vet',
    kind: 'command',
    title: 'go vet reports a problem',
    message: 'go vet reports a problem at {place|a line of the code}.',
    transient: false,
    fix: 'Correct the code that vet names.',
    rules: [],
    signatures: [
      { pattern: /^vet: (?<place>\S+\.go:\d+)?/ },
      {
        pattern: /^(?<place>(?:\.{0,2}\/)?[\w@.+/-]+\.go:\d+(?::\d+)?): /,
        step: /\bgo vet\b/,
      },
    ],
  },
  {
    id: 'test.failure',
    kind: 'command',
    title: 'A test failed',
    message: 'The test {test|} failed inside the image build.',
    transient: false,
    fix: 'Correct the code or the test; if tests need services, run them outside of the image build.',
    rules: [],
    signatures: [
      { pattern: /^\s{0,20}--- FAIL: (?<test>\S+)/ },
      { pattern: /^panic: test timed out/ },
      { pattern: /^FAIL\t(?<test>\S+)\t/, strength: 'likely' },
    ],
  },
  {
    id: 'compile.go_error',
    kind: 'command',
    title: 'The Go code does not compile',
    message: 'The Go compiler reports an error at {place|a line of the code}.',
    transient: false,
    fix: 'Correct the code; if it compiles elsewhere, check that all files and generated code are copied, and the Go version.',
    rules: ['modules/go-newer-than-image', 'context/needed-file-ignored'],
    signatures: [
      {
        // The container runtime names its own sources, too.
        pattern:
          /^(?!(?:standard_init|container|process|rootfs)_linux\.go:)(?<place>(?:\.{0,2}\/)?[\w@.+/-]+\.go:\d+(?::\d+)?): (?!warning)/,
      },
      { pattern: /build constraints exclude all Go files in (?<place>\S+)/ },
      {
        pattern:
          /(?<place>link): .{0,300}(?:undefined|duplicated definition|relocation target)/,
      },
    ],
  },
];

export const commandFailures: readonly FailureClass[] = [
  {
    id: 'arch.exec_format',
    kind: 'command',
    title: 'A program for another architecture',
    message: 'The step ran a program that was built for another architecture.',
    transient: false,
    fix: 'Build for the target platform (TARGETARCH), take a base image of the right platform, or set up emulation (QEMU) on the builder.',
    rules: [],
    signatures: [
      { pattern: /exec(?:utable)? ?format error|cannot execute binary file/i },
    ],
  },
  {
    id: 'command.not_found',
    kind: 'command',
    title: 'A command is not installed',
    message: 'The command {command|of the step} is not in the image.',
    transient: false,
    fix: 'Install the tool in this stage, or copy it from the stage that has it.',
    rules: ['proxy/direct-without-git', 'reproducible/tool-unpinned'],
    signatures: [
      {
        pattern:
          /\b(?:sh|bash|ash|dash)(?:: line \d+|: \d+)?: (?:exec: )?(?<command>[^\s:]+): (?:command )?not found/,
      },
      {
        pattern:
          /^(?:\/\S+: )?(?:line )?\d{0,7}:? ?(?<command>[\w./-]+): command not found/,
      },
      {
        pattern:
          /exec: "(?<command>[^"]+)": (?:executable file not found|stat )/,
      },
      {
        pattern:
          /make: (?:\*\*\* )?(?<command>[^\s:]+): (?:No such file|Command not found)/,
      },
      {
        pattern:
          /env: (?:can't execute )?['‘]?(?<command>[^\s'’:]+)['’]?: No such file/,
      },
    ],
  },
];
