/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal, TextEdit } from '../../edits/types';
import { CheckReason } from '../../sentences';
import { buildsForImage } from '../evidence/buildsForImage';
import { findingAt } from '../evidence/createFinding';
import {
  readFinalImage,
  StageChain,
  stageChains,
} from '../evidence/finalImage';
import { flagsOf, GoBuild } from '../evidence/goBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { programNeeds } from '../evidence/programNeeds';
import { CLibrary, cLibraryOf } from '../facts/cLibraries';
import { isGolang } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { libcMismatchExamples } from './libcMismatch.examples';

export const libcMismatch: UnitRule = {
  id: 'image/libc-mismatch',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The image has the C library that the binary needs',
    fail: 'The binary needs a C library that the image does not have',
  },
  why: 'With cgo on, the packages net and os/user link the binary against the C library of the builder. In an image with another one, or with none, the container does not start: "no such file or directory", although the file is there.',
  howToFix:
    'Build without cgo where nothing needs it: `ENV CGO_ENABLED=0` in the build stage. Otherwise let both stages stand on the same C library: `golang:1.27-trixie` with `gcr.io/distroless/base-debian13`, `golang:1.27-alpine` with `alpine`.',
  fix: 'auto',
  sources: [
    'https://pkg.go.dev/cmd/cgo#hdr-Using_cgo_with_the_go_command',
    'https://pkg.go.dev/net#hdr-Name_Resolution',
    'https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md',
  ],
  prevents: ['command.not_found'],
  evaluate,
  propose,
  examples: libcMismatchExamples,
};

/** A build whose binary the image cannot run. */
interface Mismatch {
  build: GoBuild;
  builder: CLibrary;
  runtime: CLibrary;
}

type Judgement =
  | { mismatches: Mismatch[]; reason?: never }
  | { mismatches?: never; reason: CheckReason };

function evaluate(subject: UnitSubject): RuleOutcome {
  const { mismatches, reason } = judge(subject);
  if (!mismatches) {
    return notApplicable(reason);
  }
  if (mismatches.length === 0) {
    return { state: 'pass' };
  }
  return {
    state: 'fail',
    findings: mismatches.map(({ build, builder, runtime }) =>
      findingAt(
        subject.unit.dockerfile,
        build.command,
        `cgo is on here, so the binary is linked against ${builder}; the image that runs has ${
          runtime === 'none' ? 'no C library' : runtime
        }, and the program does not start.`,
      ),
    ),
  };
}

function judge(subject: UnitSubject): Judgement {
  const { unit } = subject;
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return { reason };
  }
  const runtime = runtimeLibrary(chain);
  if (runtime === undefined) {
    return { reason: 'The C library of the image is not known.' };
  }
  if (bringsLibrary(chain)) {
    return { reason: 'The image brings a C library of its own.' };
  }
  const chains = stageChains(unit);
  const builds = buildsCopied(subject, chain);
  if (builds.length === 0) {
    return {
      reason: 'No `go build` makes what a later stage copies into the image.',
    };
  }
  const states = builds.map(build => {
    const builder = builderLibrary(chains.get(build.step.stage));
    return { build, builder, cgo: builder && usesCgo(build, builder, chains) };
  });
  if (states.every(({ cgo }) => cgo === false)) {
    return { mismatches: [] };
  }
  const mismatches = states.flatMap(({ build, builder, cgo }) =>
    cgo && builder && builder !== runtime ? [{ build, builder, runtime }] : [],
  );
  if (states.some(({ cgo }) => cgo === undefined)) {
    return { reason: 'Whether cgo is on cannot be told for every build.' };
  }
  const needs = programNeeds(unit, chain);
  if (mismatches.length > 0 && !needs.network && !needs.cgoModule) {
    return {
      reason:
        'cgo is on, but nothing tells whether the program uses a package that is written with it, such as net.',
    };
  }
  return { mismatches };
}

function runtimeLibrary({ root }: StageChain): CLibrary | undefined {
  switch (root.kind) {
    case 'scratch':
      return 'none';
    case 'image':
      return root.unknown.length === 0 ? cLibraryOf(root.reference) : undefined;
    case 'unknown':
      return undefined;
    default: {
      const never: never = root;
      return never;
    }
  }
}

/** Only of the official Go image is it known that it has a C compiler. */
function builderLibrary(chain: StageChain | undefined): CLibrary | undefined {
  return chain?.root.kind === 'image' &&
    chain.root.unknown.length === 0 &&
    isGolang(chain.root.reference)
    ? cLibraryOf(chain.root.reference)
    : undefined;
}

/** The builds in the stages that the image copies from, not its own. */
function buildsCopied(subject: UnitSubject, chain: StageChain): GoBuild[] {
  return buildsForImage(subject, chain).filter(
    ({ step }) => !chain.stages.includes(step.stage),
  );
}

/** `undefined` where it depends on something not known here. */
function usesCgo(
  build: GoBuild,
  builder: CLibrary,
  chains: ReadonlyMap<unknown, StageChain>,
): boolean | undefined {
  const { variables, unknown, command } = build;
  const value = variables.CGO_ENABLED;
  if (unknown.has('CGO_ENABLED') || /[$`]/.test(value ?? '')) {
    return undefined;
  }
  if (value === '0') {
    return false;
  }
  const flags = flagsOf(build);
  if (
    !flags ||
    flags.some(flag => /static|linkmode|netgo|osusergo/.test(flag)) ||
    /^xx-/.test(command.name ?? '')
  ) {
    return undefined;
  }
  // Cross-compilation turns cgo off; most builders are linux/amd64.
  const { GOOS = 'linux', GOARCH = 'amd64' } = variables;
  if (GOOS !== 'linux' || GOARCH !== 'amd64' || unknown.has('GOARCH')) {
    return value === '1' ? true : undefined;
  }
  if (builder === 'musl' && !installsCompiler(chains.get(build.step.stage))) {
    // Without a C compiler cgo is off unless asked for.
    return value === '1' ? undefined : false;
  }
  return value === undefined || value === '' || value === '1'
    ? true
    : undefined;
}

function installsCompiler(chain: StageChain | undefined): boolean {
  return (
    chain?.stages.some(stage =>
      stage.instructions.some(({ keyword, text, heredocs }) =>
        [text, ...heredocs.map(({ body }) => body)].some(
          script =>
            keyword === 'RUN' &&
            /\b(?:gcc|g\+\+|clang|build-base|alpine-sdk)\b/.test(script),
        ),
      ),
    ) ?? false
  );
}

/** gcompat, copied libraries, links to the loader, whole file systems. */
function bringsLibrary({ stages }: StageChain): boolean {
  return stages.some(stage =>
    stage.instructions.some(
      ({ keyword, text, heredocs }) =>
        /^(?:RUN|COPY|ADD)$/.test(keyword) &&
        [text, ...heredocs.map(({ body }) => body)].some(script =>
          /gcompat|libc6|glibc|musl|ld-linux|\/lib(?:64|32)?\b|\.so\b|\.tar|rootfs|(?:^|\s)\/\s/.test(
            script,
          ),
        ),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, snapshot } = subject;
  const { mismatches } = judge(subject);
  const { chain } = readFinalImage(unit);
  const { directory } = unit.context;
  const hasC = snapshot.tree.some(
    ({ path }) =>
      /\.(?:c|cc|cpp|cxx|h|m|swig)$/.test(path) &&
      (directory === '' || path.startsWith(`${directory}/`)),
  );
  if (!mismatches || !chain || hasC || programNeeds(unit, chain).cgoModule) {
    return undefined;
  }
  const edits: TextEdit[] = [];
  for (const { build } of mismatches) {
    const { nameSpan } = build.command;
    // Who asks for cgo has a reason.
    if (!nameSpan || build.variables.CGO_ENABLED !== undefined) {
      return undefined;
    }
    edits.push({
      span: { start: nameSpan.start, end: nameSpan.start },
      text: 'CGO_ENABLED=0 ',
    });
  }
  return {
    title: 'Build without cgo',
    safety: 'needs-review',
    review:
      'Check that no package needs cgo: a build without it fails, or leaves such a package out.',
    changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
  };
}
