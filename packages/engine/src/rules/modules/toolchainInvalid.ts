/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions, isGoVersion } from '../../gomod/compareGoVersions';
import {
  isStaleToolchain,
  toolchainVersion,
} from '../../gomod/toolchainVersion';
import { GoMod, VersionStatement } from '../../gomod/types';
import { FixProposal, TextEdit } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { toolchainInvalidExamples } from './toolchainInvalid.examples';
import { startOfLine } from '../../edits/startOfLine';

export const toolchainInvalid: ModuleRule = {
  id: 'modules/toolchain-invalid',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'The toolchain line names a toolchain that is newer than the go line',
    fail: 'The toolchain line is wrong or has no effect',
  },
  why: 'The go command refuses to build as long as the toolchain line names no toolchain, or says the same as the go line; `go mod download` still passes, so it shows only in the build step. A toolchain that is older than the go line has no effect.',
  howToFix:
    'Remove the toolchain line, as `go mod tidy` does, or name a release that is newer than the go line: `toolchain go1.27.4`.',
  fix: 'auto',
  sources: [
    'https://go.dev/doc/toolchain#config',
    'https://go.dev/ref/mod#go-mod-file-toolchain',
    'https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/modload/init.go',
  ],
  prevents: ['gomod.updates_needed'],
  evaluate,
  propose,
  examples: toolchainInvalidExamples,
};

/**
 * - `unreadable`: go.mod does not parse.
 * - `stale`: a build stops and asks for `go mod tidy`.
 * - `language`: a language version, which no toolchain is called.
 * - `older`: Go ignores it.
 */
type Problem = 'unreadable' | 'stale' | 'language' | 'older';

function findProblem(
  goVersion: string,
  { version: name }: VersionStatement,
): Problem | undefined {
  if (name !== 'default' && !/^go1(?:$|\.)/.test(name)) {
    return 'unreadable';
  }
  if (isStaleToolchain(goVersion, name)) {
    return 'stale';
  }
  const version = toolchainVersion(name) ?? '';
  if (compareGoVersions(version, goVersion) < 0) {
    return 'older';
  }
  return /^\d+\.\d+$/.test(version) ? 'language' : undefined;
}

function evaluate({ module }: ModuleSubject): RuleOutcome {
  const { go, toolchain } = module.goMod;
  if (!toolchain) {
    return notApplicable('go.mod has no toolchain line.');
  }
  if (!go || !isGoVersion(go.version)) {
    return notApplicable('go.mod has no go line to compare with.');
  }
  const problem = findProblem(go.version, toolchain);
  if (!problem) {
    return { state: 'pass' };
  }
  return {
    state: 'fail',
    severity: problem === 'older' ? 'low' : undefined,
    findings: [
      findingAt(
        module.goMod,
        toolchain,
        describe(problem, {
          name: toolchain.version,
          go: go.version,
          isSure: !module.workspace,
        }),
      ),
    ],
  };
}

function describe(
  problem: Problem,
  { name, go, isSure }: { name: string; go: string; isSure: boolean },
): string {
  const surely = isSure ? 'certainly' : 'possibly (outside of its workspace)';
  switch (problem) {
    case 'unreadable':
      return `\`${name}\` is no toolchain name, so go.mod certainly cannot be read: a name is like go1.27.4.`;
    case 'stale':
      return name === `go${go}`
        ? `The toolchain line says the same as the go line: \`go build\` ${surely} stops with "updates to go.mod needed".`
        : `\`${name}\` names no toolchain of Go 1.21 or newer: \`go build\` ${surely} stops with "updates to go.mod needed".`;
    case 'language':
      return `\`${name}\` is a language version and no toolchain: a Go that is older possibly stops with "invalid toolchain".`;
    case 'older':
      return `\`${name}\` is older than the go line, ${go}, so it certainly has no effect.`;
    default:
      return problem satisfies never;
  }
}

function propose({ module }: ModuleSubject): FixProposal | undefined {
  const { goMod } = module;
  const { go, toolchain } = goMod;
  const problem = go && toolchain && findProblem(go.version, toolchain);
  if (!problem) {
    return undefined;
  }
  const meant = meantName(go.version, toolchain.version);
  const changes = (edit: TextEdit): FixProposal['changes'] => [
    { kind: 'edit', path: goMod.path, edits: [edit] },
  ];
  return meant === undefined
    ? {
        title: 'Remove the toolchain line',
        safety: 'safe',
        changes: changes({ span: lineOf(goMod, toolchain), text: '' }),
      }
    : {
        title: `Name the toolchain ${meant}`,
        safety: 'needs-review',
        review: `Check that ${meant} is the toolchain that was meant.`,
        changes: changes({ span: toolchain.versionSpan, text: meant }),
      };
}

/** The toolchain that a wrong name nearly is, where it would be a right one. */
function meantName(go: string, name: string): string | undefined {
  const version = name.replace(/^(?:go|v)(?=\d)/, '');
  const meant = /^\d+\.\d+$/.test(version) ? `${version}.0` : version;
  const full = `go${meant}`;
  return isGoVersion(meant) &&
    full !== name &&
    !isStaleToolchain(go, full) &&
    compareGoVersions(meant, go) > 0
    ? full
    : undefined;
}

/** Its line, with the empty line before it where another one follows. */
function lineOf(
  { source }: GoMod,
  { span }: VersionStatement,
): { start: number; end: number } {
  const start = startOfLine(source, span.start);
  const found = source.indexOf('\n', span.end);
  const end = found < 0 ? source.length : found + 1;
  const blank = /\n(\r?\n)$/.exec(source.slice(Math.max(start - 3, 0), start));
  const isFollowedByBlank =
    end === source.length || /^\r?\n/.test(source.slice(end, end + 2));
  return {
    start: blank && isFollowedByBlank ? start - blank[1].length : start,
    end,
  };
}
