/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

/** What a Go that is too old says of a go.mod that is right. */
const newerSyntax =
  /invalid go version '[^']{1,100}': must match format|unknown (?:directive|block type): (?:toolchain|tool|godebug|ignore)\b/;

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
      { pattern: /missing go\.sum entry|updates to go\.sum needed/ },
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
          /unknown (?:directive|block type): (?:toolchain|tool|godebug|ignore)\b|module requires Go (?<need>[\d.]+)/,
      },
      {
        pattern:
          /indicates go (?<need>[\d.]{1,20}), but maximum (?:supported )?version (?:supported by tidy )?is (?<have>\d[\d.]{0,20}\d)/,
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
    signatures: [
      {
        pattern: /inconsistent vendoring|import lookup disabled by -mod=vendor/,
      },
    ],
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
          /outside modules listed in go\.work|does not contain modules listed in go\.work/,
      },
      { pattern: /-mod may only be set to .{0,60} when in workspace mode/ },
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
      {
        pattern:
          /(?:^go: |@v\S{1,200}: )parsing (?<path>\S{0,300}\/go\.mod): open \S{1,300}: no such file/,
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
      {
        pattern: /errors parsing (?<path>\S*go\.(?:mod|work)):/,
        // A newer Go reads it.
        unlessFollowedBy: newerSyntax,
      },
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
    id: 'gomod.in_gopath',
    kind: 'command',
    title: 'go.mod lies in GOPATH itself',
    message:
      'The go command does not accept a go.mod in the folder that GOPATH names, which is the working directory of golang images.',
    transient: false,
    fix: 'Set WORKDIR to another folder, such as /src, before go.mod is copied.',
    rules: [],
    signatures: [{ pattern: /\$GOPATH\/go\.mod exists but should not/ }],
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
      { pattern: /no matching versions for query "(?<revision>[^"]{1,200})"/ },
      { pattern: /couldn't find remote ref (?<revision>\S{1,300})/ },
      { pattern: /invalid pseudo-version|invalid version: (?!git )/ },
      // Git says below what is wrong, as a rule.
      { pattern: /invalid version: git /, strength: 'likely' },
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
          /go\.mod file not found|cannot find main module|no (?:buildable )?Go (?:source )?files|directory not found/,
      },
      {
        pattern:
          /directory (?<package>\S{1,300}) outside (?:available modules|main module)/,
      },
      { pattern: /module declares its path as: (?<package>\S{1,300})/ },
      {
        pattern: /unrecognized import path "(?<package>[^"]+)"/,
        strength: 'likely',
      },
    ],
  },
];
