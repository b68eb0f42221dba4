/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Dockerfile,
  Instruction,
  ShellCommand,
  Stage,
} from '../../dockerfile/types';
import { copyWords } from '../../units/contextCopies';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { hasInstruction } from '../evidence/hasInstruction';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  RunCommand,
  runCommands,
  unwrapCommand,
} from '../evidence/runCommands';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { readDownload } from './readDownload';
import { unverifiedDownloadExamples } from './unverifiedDownload.examples';

export const unverifiedDownload: UnitRule = {
  id: 'security/unverified-download',
  category: 'security',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Downloads are compared with a checksum or signature',
    fail: 'A download is not compared with a checksum',
  },
  why: 'Whoever takes over the server, the account or the release puts code into the build, and nothing notices. A file that was changed or cut off on the way gets into the image just so.',
  howToFix:
    'Pin version and sum: `ADD --checksum=sha256:… https://example.com/tool-1.2.3.tar.gz /tmp/`, or behind the download `echo "$TOOL_SHA256  /tmp/tool.tar.gz" | sha256sum -c -`. Go tools need neither: `go install example.com/tool@v1.2.3` checks against the checksum database.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#add---checksum',
    'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    'https://go.dev/ref/mod#checksum-database',
  ],
  prevents: [],
  evaluate,
  examples: unverifiedDownloadExamples,
};

/** A file that a stage fetches by its address. */
interface StageDownload {
  stage: Stage;
  /** The command or the ADD. */
  place: ShellCommand | Instruction;
  /** `run`: run at once; `file`: kept by a command; `added`: by ADD. */
  kind: 'run' | 'file' | 'added';
}

const messages: Readonly<Record<StageDownload['kind'], string>> = {
  run: 'What the server sends is run as it comes: there is nothing to compare it with.',
  file: 'The file is used as it comes: no checksum or signature is compared in this stage.',
  added:
    'ADD takes whatever the server sends: `--checksum=sha256:…` would tell another file.',
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const runs = runCommands(subject);
  const { unchecked, checked } = addedFiles(unit);
  const downloads = [...commandDownloads(runs, unit.dockerfile), ...unchecked];
  if (downloads.length + checked === 0) {
    return notApplicable('No step downloads a file by its address.');
  }
  const verified = verifyingStages(runs, unit.reachable);
  return passUnless(
    downloads
      .filter(({ kind, stage }) => kind === 'run' || !verified.has(stage))
      .map(({ place, kind }) =>
        findingAt(unit.dockerfile, place, messages[kind]),
      )
      .sort((left, right) => left.line - right.line),
  );
}

function commandDownloads(
  runs: readonly RunCommand[],
  dockerfile: Dockerfile,
): StageDownload[] {
  const downloads = new Map<number, StageDownload>();
  for (const run of runs) {
    const { command, step } = run;
    const { start } = command.span;
    const kind = judge(run, runs, dockerfile);
    // The script of `sh -c` is read as a script and as a word.
    if (kind !== undefined && !downloads.has(start)) {
      downloads.set(start, { stage: step.stage, place: command, kind });
    }
  }
  return [...downloads.values()];
}

/** The files that ADD downloads: those that nothing checks, and how many others. */
function addedFiles(unit: UnitSubject['unit']): {
  unchecked: StageDownload[];
  checked: number;
} {
  const unchecked: StageDownload[] = [];
  let checked = 0;
  if (!hasInstruction(unit.dockerfile, 'ADD')) {
    return { unchecked, checked };
  }
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    if (instruction.keyword !== 'ADD') {
      continue;
    }
    const remote = copyWords(instruction)
      .slice(0, -1)
      .map(source => scope.expand(source).value)
      .filter(isFile);
    if (remote.length === 0 || remote.every(isStateOfRepository)) {
      continue;
    }
    if (hasChecksum(instruction)) {
      checked++;
    } else {
      unchecked.push({ stage, place: instruction, kind: 'added' });
    }
  }
  return { unchecked, checked };
}

/** What GitHub tells of a branch: it is there to miss the cache, not to be used. */
function isStateOfRepository(source: string): boolean {
  return /^https:\/\/api\.github\.com\/repos\/[^/]+\/[^/]+\/(?:branches|commits|git\/refs?)(?:\/|$)/.test(
    source,
  );
}

/** A file over HTTP; what git fetches has its own sums. */
function isFile(source: string): boolean {
  return (
    /^https?:\/\/(?!localhost|127\.|0\.0\.0\.0)/i.test(source) &&
    !/\.git(?:[#?]|$)/.test(source) &&
    !isHarmless(source)
  );
}

/** Keys and package sources are what later checks rest on. */
function isHarmless(address: string): boolean {
  return /\.(?:asc|gpg|key|pub|sig|sha\d+(?:sum)?|md5|list|repo|sources|crt|pem)(?:[?#]|$)|SUMS?(?:\.txt)?$|checksums?[^/]{0,200}$/i.test(
    address,
  );
}

function hasChecksum({ flags }: Instruction): boolean {
  return flags.some(({ name }) => name === 'checksum');
}

const verifiers =
  /^(?:(?:sha(?:1|224|256|384|512)?|md5|b2)sum|shasum|gpgv?2?|gpgv|cosign|minisign|signify|slsa-verifier|rhash|cksum|sum)$/;

/** Stages in which some command compares a sum or a signature. */
function verifyingStages(
  runs: readonly RunCommand[],
  reachable: readonly Stage[],
): Set<Stage> {
  // A script of PowerShell is not read as commands.
  const stages = new Set(
    reachable.filter(({ instructions }) =>
      instructions.some(
        ({ keyword, text }) =>
          keyword === 'RUN' && /\bGet-FileHash\b/i.test(text),
      ),
    ),
  );
  for (const run of runs) {
    const { program, words } = unwrapCommand(run);
    const isGpg = program.startsWith('gpg');
    if (
      (verifiers.test(program) &&
        (!isGpg ||
          program.startsWith('gpgv') ||
          words.some(word => /^--(?:batch-)?verify/.test(word)))) ||
      (program === 'openssl' && /^(?:dgst|sha\d+)$/.test(words[0] ?? '')) ||
      (program === 'gh' && words[0] === 'attestation') ||
      (program === 'busybox' && verifiers.test(words[0] ?? ''))
    ) {
      stages.add(run.step.stage);
    }
  }
  return stages;
}

const interpreters =
  /^(?:ba|da|z|k|a)?sh$|^(?:python|perl|ruby|node|php)[\d.]*$/;

/** `run`: what comes is run at once; `file`: it is kept. */
function judge(
  run: RunCommand,
  runs: readonly RunCommand[],
  dockerfile: Dockerfile,
): 'run' | 'file' | undefined {
  const { program, words } = unwrapCommand(run);
  const download = readDownload(program, words, run.command);
  if (!download || download.addresses.every(isHarmless)) {
    return undefined;
  }
  if (isRunAtOnce(run, dockerfile)) {
    return 'run';
  }
  if (run.command.piped) {
    return judgePipe(run, runs);
  }
  if (run.command.substituted || download.output === undefined) {
    return undefined;
  }
  return isHarmless(download.output) ||
    /^\/dev\/|^-$|^\/etc\/(?:apt|yum|apk|pki|ssl)\b|keyring/.test(
      download.output,
    )
    ? undefined
    : 'file';
}

/** What the rest of the pipe does with a download. */
function judgePipe(
  run: RunCommand,
  runs: readonly RunCommand[],
): 'run' | 'file' | undefined {
  const rest = runs.slice(runs.indexOf(run) + 1);
  for (const next of rest) {
    if (next.step !== run.step) {
      return undefined;
    }
    const { program, words } = unwrapCommand(next);
    if (interpreters.test(program)) {
      // A script of its own may only read what comes.
      return words.some(word => /^-[ce]$|^-m$|^-ne$/.test(word))
        ? undefined
        : 'run';
    }
    if (/^(?:tar|bsdtar|cpio)$/.test(program)) {
      return 'file';
    }
    if (
      /^(?:gunzip|zcat|xz|unxz|bzip2|bunzip2|zstd|gzip|funzip)$/.test(program)
    ) {
      if (!next.command.piped) {
        return 'file';
      }
      continue;
    }
    if (program !== 'tee' || !next.command.piped) {
      return undefined;
    }
  }
  return undefined;
}

/** `sh -c "$(curl …)"`, `eval "$(curl …)"`, `bash <(curl …)`. */
function isRunAtOnce({ command }: RunCommand, { source }: Dockerfile): boolean {
  if (!command.substituted) {
    return false;
  }
  const before = source.slice(
    Math.max(command.span.start - 60, 0),
    command.span.start,
  );
  return /(?:^|[\s/;&|(])(?:(?:(?:ba|da|z|k|a)?sh(?:\s+-[a-z]+)*\s+-[a-z]*c|eval)\s+["']?\$\(|(?:(?:ba|z)sh|source|\.)(?:\s+-\w+)*\s+<\()\s*$/.test(
    before,
  );
}
