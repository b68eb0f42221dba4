/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskTexts } from '../../secrets/maskTexts';
import { BuildFailure } from '../types';
import { VertexRole } from '../vertexName';
import { describeFailure } from './describeFailure';
import { failureClasses } from './failureClasses';
import { commandFailed, unknownFailure } from './genericFailures';
import { FailureMatch, FailurePlace, matchFailure } from './matchFailure';

/** What is known of a failed build. */
export interface FailureEvidence {
  step?: {
    name: string;
    role: VertexRole;
    instruction?: string;
    error: string;
    /** The step's own log lines, oldest first. */
    lines: readonly string[];
  };
  finalError?: string;
  /** Lines outside of any step, such as the builder's error block. */
  loose: readonly string[];
  location?: { path: string; line: number; endLine: number };
  /** The Dockerfile's failing lines as the builder printed them. */
  locationText: readonly string[];
}

function classById(id: string) {
  const found = failureClasses.find(failureClass => failureClass.id === id);
  if (!found) {
    throw new Error(`no failure class ${id}`);
  }
  return found;
}

/** Errors that only say how a command ended. */
const exitCode =
  /(?:exit code|exit status|non-zero (?:code|status)|exited with(?: code)?):? (\d{1,3})(?!\d)/;

const classByExitCode: Record<string, string> = {
  '126': 'fs.permission',
  '127': 'command.not_found',
  '137': 'resource.oom',
};

/** `COPY --from=bulder` makes BuildKit look for an image of that name. */
function matchStageTypo(evidence: FailureEvidence): FailureMatch | undefined {
  const texts = [...evidence.locationText, evidence.step?.name ?? ''];
  const errors = `${evidence.step?.name ?? ''}\n${
    evidence.step?.error ?? ''
  }\n${evidence.finalError ?? ''}`;
  for (const text of texts) {
    const stage = /--from=([A-Za-z][\w-]{0,100})(?=\s|$|,)/.exec(text)?.[1];
    if (stage && errors.includes(`docker.io/library/${stage.toLowerCase()}:`)) {
      return {
        failureClass: classById('dockerfile.stage_typo'),
        line: evidence.finalError ?? evidence.step?.error ?? text,
        groups: { stage },
      };
    }
  }
  return undefined;
}

function matchByRole(
  evidence: FailureEvidence,
  errors: readonly string[],
): FailureMatch | undefined {
  const line = errors.find(text => text !== '') ?? '';
  switch (evidence.step?.role) {
    case 'cache-export':
      return {
        failureClass: classById('cache.export_failed'),
        line,
        groups: {},
      };
    case 'cache-import':
      return { failureClass: classById('cache.import_miss'), line, groups: {} };
    default:
      return undefined;
  }
}

function matchByExitCode(errors: readonly string[]): FailureMatch | undefined {
  for (const line of errors) {
    const id = classByExitCode[exitCode.exec(line)?.[1] ?? ''];
    if (id) {
      return { failureClass: classById(id), line, groups: {} };
    }
  }
  return undefined;
}

/** `go test` says so only of tests that ran: what they logged is no cause. */
const testFailed = /^\s{0,20}--- FAIL: \S|^FAIL\s{1,8}\S{1,300}\s{1,8}\d/;

/**
 * The first known cause in the step's lines, but what is only an effect or a
 * side show: what a failed test logged before it failed, and a missing command
 * of which nobody made much.
 */
function matchStep(
  lines: readonly string[],
  place: FailurePlace,
  errors: readonly string[],
): FailureMatch | undefined {
  const match = matchFailure(lines, place);
  if (!match) {
    return undefined;
  }
  const { id, kind } = match.failureClass;
  if (kind !== 'command' && kind !== 'resource') {
    const failed = lines.filter(line => testFailed.test(line));
    return matchFailure(failed, place) ?? match;
  }
  const code = errors.map(text => exitCode.exec(text)?.[1]).find(Boolean);
  if (id === 'command.not_found' && code !== undefined && code !== '127') {
    const others = lines.filter(
      line => matchFailure([line], place)?.failureClass.id !== id,
    );
    return matchFailure(others, place) ?? match;
  }
  return match;
}

/** Without lines of its own (cut logs, 20.10) the error block stands in. */
function linesOf({ step, loose }: FailureEvidence): readonly string[] {
  return step && step.lines.length > 0 ? step.lines : loose;
}

// Not of options, files and functions.
const errorWord =
  /(?<![\w./=-])(?:error|fatal|panic|failed|[A-Z]{0,9}ERR_\w{1,80})\b(?![=/(-]|\.\w)/i;
/** Where more is told, or where in a program it happened. */
const pointer = /^\s{0,40}at \S|\bcomplete log of this run\b/;

/** The command's own last word on what went wrong. */
function lastErrorLine(lines: readonly string[]): string | undefined {
  const spoken = lines.filter(
    text => /[A-Za-z]/.test(text) && !pointer.test(text),
  );
  return (
    [...spoken].reverse().find(text => errorWord.test(text)) ??
    spoken[spoken.length - 1]
  );
}

function matchGeneric(
  evidence: FailureEvidence,
  errors: readonly string[],
): FailureMatch {
  const { step } = evidence;
  const error = errors.find(text => text !== '') ?? '';
  const code = errors.map(text => exitCode.exec(text)?.[1]).find(Boolean);
  // Narrow consoles and terminals cut the exit code off.
  const isCommand =
    code !== undefined ||
    /executor failed running \[/.test(error) ||
    (step?.instruction === 'RUN' && /^(?:$|process "|executor)/.test(error));
  return isCommand
    ? {
        failureClass: commandFailed,
        line: (step && lastErrorLine(linesOf(evidence))) ?? error,
        groups: { code },
      }
    : { failureClass: unknownFailure, line: error, groups: {} };
}

/**
 * Says why a build failed. The order: the failed step's kind, the first known
 * cause in all its lines, the builder's own error, the exit code, generic.
 */
export function diagnoseFailure(evidence: FailureEvidence): BuildFailure {
  const { step } = evidence;
  const place: FailurePlace = { role: step?.role ?? 'none', step: step?.name };
  const errors = [step?.error ?? '', evidence.finalError ?? ''];
  const lines = linesOf(evidence);
  const match =
    matchByRole(evidence, errors) ??
    matchStageTypo(evidence) ??
    matchStep(step ? lines : [], place, errors) ??
    matchFailure(errors, place) ??
    matchFailure(step ? [] : lines, place) ??
    matchByExitCode(errors) ??
    matchGeneric(evidence, errors);
  const failure = describeFailure(match, step?.name);
  return evidence.location
    ? { ...failure, location: maskTexts(evidence.location) }
    : failure;
}
