/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { ShellCommand } from '../../dockerfile/types';
import { readGoCommand } from '../../units/goCommand';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noCommandsReason, runCommands } from '../evidence/runCommands';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { nondeterministicExamples } from './nondeterministic.examples';

export const nondeterministic: UnitRule = {
  id: 'reproducible/nondeterministic',
  category: 'reproducible',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'No step puts the time or chance into its output',
    fail: 'A step puts the time or chance into its output',
  },
  why: 'The same commit then gives another image with every build, so nobody can check that an image comes from its sources. What is cached keeps the old value, so the date in the binary is not the one of its build either.',
  howToFix:
    'Take the date of the commit, as an argument right before its use: `ARG SOURCE_DATE_EPOCH` and `date -u -d "@$SOURCE_DATE_EPOCH"`; Go binaries know commit and date by `runtime/debug.ReadBuildInfo`. Make keys where the container starts, not where the image is built.',
  fix: 'guided',
  sources: [
    'https://reproducible-builds.org/docs/source-date-epoch/',
    'https://docs.docker.com/build/ci/github-actions/reproducible-builds/',
    'https://pkg.go.dev/runtime/debug#BuildInfo',
  ],
  prevents: [],
  evaluate,
  examples: nondeterministicExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const commands = runCommands(subject);
  if (commands.length === 0) {
    return notApplicable(noCommandsReason);
  }
  const lines = new Set<number>();
  return passUnless(
    commands.flatMap(({ step, command, program, words }) => {
      const message = judge(program, words, { step, command });
      if (message === undefined || lines.has(command.line)) {
        return [];
      }
      lines.add(command.line);
      return [findingAt(subject.unit.dockerfile, command, message)];
    }),
  );
}

function judge(
  program: string,
  words: readonly string[],
  place: { step: Step; command: ShellCommand },
): string | undefined {
  const isTime = program === 'date' && !isFixedDate(words);
  const isChance =
    program === 'uuidgen' || (program === 'openssl' && words[0] === 'rand');
  if (isTime || isChance) {
    const use = useOf(place);
    return (
      use &&
      `${
        isTime ? 'The time of the build' : 'A random value'
      } gets into ${use}: the same commit gives another one each time.`
    );
  }
  const makesKey =
    (program === 'ssh-keygen' && words.some(word => /^-(?:A|t)/.test(word))) ||
    (program === 'openssl' &&
      (/^gen(?:rsa|pkey)$/.test(words[0] ?? '') ||
        (words[0] === 'req' && words.includes('-x509'))));
  return makesKey
    ? 'Each build makes another key, and all containers of one image share it.'
    : undefined;
}

/** `date -d @$SOURCE_DATE_EPOCH`, `date -r file`, `date --version`. */
function isFixedDate(words: readonly string[]): boolean {
  return words.some(word =>
    /^(?:-[a-z]*[drs]|--date|--reference|--set|--version|--help)|SOURCE_DATE/.test(
      word,
    ),
  );
}

/** Where the output of a command ends up, in words. */
function useOf({
  step,
  command,
}: {
  step: Step;
  command: ShellCommand;
}): string | undefined {
  if (writesFile(command)) {
    return 'a file of the layer';
  }
  if (!command.substituted) {
    return undefined;
  }
  const commands = step.shell?.commands ?? [];
  const outer = commands
    .filter(
      other =>
        other !== command &&
        other.span.start <= command.span.start &&
        other.span.end >= command.span.end,
    )
    .sort(
      (left, right) =>
        left.span.end - left.span.start - (right.span.end - right.span.start),
    )[0];
  if (!outer) {
    return undefined;
  }
  if (isGoBuild(outer)) {
    return 'the binary';
  }
  if (writesFile(outer)) {
    return 'a file of the layer';
  }
  const names = namesSet(outer);
  const users = commands.filter(other =>
    other.arguments.some(({ text }) =>
      names.some(name => mentions(text, name)),
    ),
  );
  if (users.some(isGoBuild)) {
    return 'the binary';
  }
  return users.some(writesFile) ? 'a file of the layer' : undefined;
}

/** The shell variables that a command sets. */
function namesSet({
  name,
  environment,
  arguments: words,
}: ShellCommand): string[] {
  if (name === undefined) {
    return environment.map(variable => variable.name);
  }
  return name === 'export'
    ? words.flatMap(({ text }) => /^(\w+)=/.exec(text)?.[1] ?? [])
    : [];
}

function mentions(text: string, name: string): boolean {
  return (
    text.includes(`\${${name}}`) ||
    text
      .split(`$${name}`)
      .slice(1)
      .some(rest => !/^\w/.test(rest))
  );
}

function isGoBuild(command: ShellCommand): boolean {
  return /^(?:build|install)$/.test(readGoCommand(command)?.verb ?? '');
}

function writesFile({ redirects }: ShellCommand): boolean {
  return redirects.some(
    ({ operator, target }) =>
      /^>{1,2}\|?$/.test(operator) &&
      target !== undefined &&
      !/^(?:&|\/dev\/|\/tmp\/|\/proc\/)/.test(target),
  );
}
