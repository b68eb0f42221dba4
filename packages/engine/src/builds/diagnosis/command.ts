/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

// golangci-lint ends each finding with the linter's name; `typecheck` is the
// compiler.
const linter =
  /^(?<place>\S{1,400}\.go:\d{1,7}(?::\d{1,5})?): .{1,2000} \((?:errcheck|govet|staticcheck|gosimple|unused|ineffassign|stylecheck|revive|golint|gosec|gofmt|gofumpt|goimports|gocritic|gocyclo|cyclop|funlen|lll|misspell|unparam|unconvert|deadcode|varcheck|structcheck|bodyclose|depguard|dupl|goconst|nakedret|prealloc|whitespace|wsl|exhaustive|nolintlint|errorlint|noctx|gci|godot|SA\d{4}|ST\d{4}|S\d{4}|U\d{4})\)$/;

export const compileFailures: readonly FailureClass[] = [
  {
    id: 'compile.cgo_no_compiler',
    kind: 'command',
    title: 'cgo finds no C compiler or library',
    message:
      'The build needs {compiler|a C compiler} for cgo, and the image does not have it.',
    transient: false,
    fix: 'Set CGO_ENABLED=0 if no cgo is needed; else install gcc and the C library’s headers in the build stage.',
    rules: ['image/libc-mismatch'],
    signatures: [
      { pattern: /C compiler "(?<compiler>[^"]+)" not found/ },
      {
        pattern:
          /exec: "(?<compiler>[\w.+-]*(?:gcc|g\+\+|clang|clang\+\+|cc))": executable file not found/,
      },
      // The compiler is there, and the headers or libraries are not.
      { pattern: /: fatal error: (?<compiler>\S{1,200}\.h): No such file/ },
      { pattern: /\bld(?:\.\w{2,8})?: cannot find (?<compiler>-l\S{1,200})/ },
      {
        pattern:
          /\/libc\.\S{1,40}: version .(?<compiler>GLIBC_[\d.]{1,12}). not found|undefined reference to .(?<compiler2>\w{1,200})/,
      },
      // An assembler or compiler of another architecture.
      { pattern: /gcc_\w{1,20}\.S:\d{1,5}: Error: / },
      { pattern: /\bgcc: error: unrecognized command[- ]line option/ },
      {
        pattern:
          /Package (?<compiler>\S{1,200}) was not found in the pkg-config search path|(?:No package|Package) '(?<compiler2>[^']{1,200})'(?: found|, required by '[^']{1,200}', not found)/,
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
      { pattern: linter },
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
      { pattern: /^={3} FAIL: \S{1,300} (?<test>\S{1,300})/ },
      // Consoles turn the tabs into blanks.
      { pattern: /^FAIL\s{1,8}(?<test>\S+)\s{1,8}\d/, strength: 'likely' },
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
          /^(?!(?:standard_init|container|process|rootfs)_linux\.go:)(?<place>(?:\.{0,2}\/)?[\w@.+/-]+\.go:\d+(?::\d+)?): (?!warning|note: |module \S{1,300}: git |open \S{1,500}: permission denied)/,
        // The compiler adds that the module was written for a newer one.
        unlessFollowedBy: /^note: module requires Go /,
      },
      {
        // Indented or quoted when it was pasted. What a test logs is indented,
        // too, and has no column.
        pattern:
          /^[\s>]{1,40}(?<place>(?:\.{0,2}\/)?[\w@.+/-]+\.go:\d+:\d+): (?!warning|note: |other declaration of )/,
        strength: 'likely',
      },
      { pattern: /import cycle not allowed/ },
      { pattern: /build constraints exclude all Go files in (?<place>\S+)/ },
      {
        pattern:
          /(?<place>link): .{0,300}(?:undefined|duplicated definition|relocation target|invalid reference)/,
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
      {
        pattern:
          /Invalid ELF image for this architecture|rosetta error: failed to open elf/,
      },
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
          /^(?:\.{0,2}\/\S+: )?(?:line )?\d{0,7}:? ?(?<command>[\w./-]+): command not found/,
      },
      {
        pattern:
          /exec: "(?<command>[^"]+)": (?:executable file not found|stat )/,
      },
      {
        pattern:
          /make: (?:\*\*\* )?(?<command>[^\s:]+): (?:No such file|Command not found)/,
      },
      { pattern: /^go: missing (?<command>\w{1,40}) command/ },
      // The shell of an image that has none.
      { pattern: /^exec (?<command>\/\S{1,200}): no such file or directory$/ },
      {
        pattern:
          /env: (?:can't execute )?['‘]?(?<command>[^\s'’:]+)['’]?: No such file/,
      },
    ],
  },
];
