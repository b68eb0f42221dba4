/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isVersionName } from '../../cache/changesWithCommit';
import { Step } from '../../cache/types';
import { Instruction, Stage } from '../../dockerfile/types';
import { FileChange, FixProposal, TextEdit } from '../../edits/types';
import { unitsOfContext } from '../context/contextUse';
import {
  historyLine,
  ignoreFileChange,
  proposeIgnoreFile,
} from '../context/ignoreLines';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { findingAt } from '../evidence/createFinding';
import { countsCacheMounts } from '../evidence/countsCacheMounts';
import { fetchesModules } from '../evidence/fetchesModules';
import { notApplicable } from '../evidence/notApplicable';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { usesGo } from '../evidence/usesGo';
import { addCacheMounts, readsCache } from './cacheMountEdits';
import { mayRead, moveArguments } from './moveArguments';
import { commitBustsExamples } from './commitBusts.examples';

export const commitBusts: UnitRule = {
  id: 'cache/commit-busts',
  category: 'cache',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'A new commit alone re-runs no costly step',
    fail: 'Every commit re-runs costly steps, whatever it changes',
  },
  why: 'The commit id, the build date or the `.git` folder enters a step above the costly ones, so no two commits share their layers. Even a change of a comment in the README pays for a full build.',
  howToFix:
    'Add `.git` to `.dockerignore`, and declare arguments such as `ARG GIT_SHA` directly before the step that uses them: the last compile step, or better a LABEL at the end. A compile step that stamps the commit needs a cache mount for the build cache.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/invalidation/',
    'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
    'https://docs.docker.com/build/cache/optimize/#keep-the-context-small',
    'https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies',
  ],
  prevents: ['network.timeout', 'network.dns', 'ospkg.http'],
  evaluate,
  propose,
  examples: commitBustsExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  const isGo = usesGo(subject);
  if (!model.steps.some(step => costOf(step, isGo) !== undefined)) {
    return notApplicable(
      'No step downloads modules, installs packages or compiles.',
    );
  }
  const costly = costlyReruns(subject);
  if (costly.length === 0) {
    return { state: 'pass' };
  }
  const groups = new Map<Step | string, Rerun[]>();
  for (const rerun of costly) {
    const { cause, origin } = rerun;
    // An argument sets off each step that it is in scope of.
    const key = cause?.kind === 'argument' ? cause.name : origin;
    const group = groups.get(key) ?? [];
    group.push(rerun);
    groups.set(key, group);
  }
  const { dockerfile } = unit;
  const changed = changedArguments(subject);
  const findings: Finding[] = [...groups.values()].map(group =>
    findingAt(
      dockerfile,
      group[0].step.instruction,
      describe(surest(group, changed), isGo),
    ),
  );
  return costly.every(
    rerun =>
      rerun.verdict.cheaper ||
      isStamped(rerun) ||
      // Only releases may have a version of their own, and not each commit.
      (rerun.cause?.kind === 'argument' &&
        argumentsAbove(rerun, changed).every(isVersionName)),
  )
    ? { state: 'fail', findings, severity: 'medium' }
    : { state: 'fail', findings };
}

function costlyReruns(subject: UnitSubject): Rerun[] {
  const isGo = usesGo(subject);
  return (scenarioReruns(subject.model, 'commit-only')?.reruns ?? []).filter(
    rerun =>
      costOf(rerun.step, isGo) !== undefined &&
      !isCheap(subject, rerun) &&
      !isIdleVersion(subject, rerun) &&
      !isOfDownload(rerun),
  );
}

/**
 * Ignores `.git`, declares arguments where they are used, and gives a step that
 * stamps the commit the mount that leaves it little to do.
 */
function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const costly = costlyReruns(subject);
  const { ignoreFile } = unit.context;
  const reviews: string[] = [];
  const changes: FileChange[] = [];
  const isGit = ({ cause }: Rerun) =>
    cause?.kind === 'files' &&
    cause.paths.some(path => /^\.git(?:\/|$)/.test(path));
  if (costly.some(isGit)) {
    const history = historyLine(unitsOfContext(subject), subject);
    const whole = ignoreFile?.patterns.length
      ? undefined
      : proposeIgnoreFile(subject);
    const change = whole
      ? whole.changes[0]
      : ignoreFileChange(subject, ['.git']);
    const review = whole ? whole.review : history?.review;
    if (!history || !change) {
      return undefined;
    }
    changes.push(change);
    reviews.push(...(review === undefined ? [] : [review]));
  }
  const edits = new Map<string, TextEdit>();
  const moves = new Map<Stage, TextEdit[] | undefined>();
  const stamped: Step[] = [];
  const changed = changedArguments(subject);
  for (const rerun of costly) {
    const { cause, step } = rerun;
    // Where the cause that is named goes, another one comes to light.
    const names = changed.filter(name => isDeclaredAbove(step, name));
    if (cause?.kind === 'argument' ? names.length === 0 : !isGit(rerun)) {
      return undefined;
    }
    if (!moves.has(step.stage)) {
      const steps = costly
        .map(other => other.step)
        .filter(({ stage }) => stage === step.stage);
      const ofStage = changed.filter(name =>
        steps.some(other => isDeclaredAbove(other, name)),
      );
      moves.set(step.stage, moveArguments(subject, step, ofStage));
    }
    const moved = moves.get(step.stage);
    moved?.forEach(edit => edits.set(JSON.stringify(edit), edit));
    const reads = names.some(name => usesVariable(step.instruction, name));
    if (
      step.effects.compiles &&
      (reads || (names.length > 0 && mayRead(step.instruction, step)))
    ) {
      stamped.push(step);
    } else if (names.length > 0 && !moved) {
      return undefined;
    }
  }
  if (stamped.length > 0) {
    const mounts =
      subject.model.profile.kind === 'warm' && !readsCache(subject, 'build')
        ? addCacheMounts(
            subject,
            [...new Set(stamped)].map(step => ({ step, contents: ['build'] })),
          )
        : undefined;
    if (!mounts) {
      return undefined;
    }
    mounts.forEach(edit => edits.set(JSON.stringify(edit), edit));
  }
  if (edits.size > 0) {
    changes.push({
      kind: 'edit',
      path: unit.dockerfile.path,
      edits: [...edits.values()],
    });
  }
  return changes.length === 0
    ? undefined
    : {
        title: 'Keep what changes with every commit away from the costly steps',
        ...(reviews.length > 0
          ? { safety: 'needs-review', review: reviews.join(' ') }
          : { safety: 'safe' }),
        changes,
      };
}

/**
 * `ARG VERSION=dev` that nothing of the Dockerfile reads: unlike a commit's
 * hash, a version is handed in where something is to be stamped with it.
 */
function isIdleVersion({ unit }: UnitSubject, { cause }: Rerun): boolean {
  if (cause?.kind !== 'argument' || !/version$/i.test(cause.name)) {
    return false;
  }
  const { name } = cause;
  const { instructions } = unit.dockerfile;
  return (
    instructions.some(
      ({ keyword, pairs = [] }) =>
        keyword === 'ARG' &&
        pairs.some(pair => pair.name === name && pair.value),
    ) &&
    !instructions.some(
      instruction =>
        instruction.keyword !== 'ARG' && usesVariable(instruction, name),
    )
  );
}

/** The arguments that each commit is taken to change. */
function changedArguments({ model }: UnitSubject): readonly string[] {
  return scenarioReruns(model, 'commit-only')?.scenario.changedArguments ?? [];
}

/** Those of them that set off what a step is due to. */
function argumentsAbove(
  { origin }: Rerun,
  changed: readonly string[],
): readonly string[] {
  return changed.filter(name => isDeclaredAbove(origin, name));
}

/** Names the commit's id rather than a version, which many commits may share. */
function surest(group: readonly Rerun[], changed: readonly string[]): Rerun[] {
  const [first, ...others] = group;
  const name = argumentsAbove(first, changed).find(
    other => !isVersionName(other),
  );
  return first.cause?.kind === 'argument' &&
    name !== undefined &&
    !isStamped(first)
    ? [{ ...first, cause: { kind: 'argument', name } }, ...others]
    : [...group];
}

/**
 * `ARG VERSION` or `ARG REF` that a step fetches something by: it is that
 * thing's, and changes when another one is wanted.
 */
function isOfDownload({ step, cause }: Rerun): boolean {
  if (cause?.kind !== 'argument' || !/(?:version|ref|tag)$/i.test(cause.name)) {
    return false;
  }
  const { name } = cause;
  const reading = step.stage.instructions.filter(
    instruction =>
      instruction.keyword === 'RUN' && usesVariable(instruction, name),
  );
  const fetches = new RegExp(
    `\\b(?:apk|apt|apt-get|curl|dnf|git|microdnf|npm i(?:nstall)?|pip3?|wget|yum)\\s[^;&|]*\\$\\{?${name}\\b`,
  );
  return reading.length > 0 && reading.every(({ text }) => fetches.test(text));
}

function isDeclaredAbove({ stage, instruction }: Step, name: string): boolean {
  return stage.instructions.some(
    ({ keyword, span, pairs = [] }) =>
      keyword === 'ARG' &&
      span.start < instruction.span.start &&
      pairs.some(pair => pair.name === name),
  );
}

function costOf(step: Step, isGo: boolean): string | undefined {
  const { effects } = step;
  if (isGo && fetchesModules(step)) {
    return effects.compiles
      ? 'the download of modules and the compilation'
      : 'the download of modules';
  }
  if (isGo && effects.compiles) {
    return 'the compilation';
  }
  return effects.installsPackages ? 'the installation of packages' : undefined;
}

/**
 * Whether a re-run costs next to nothing: a download into a cache mount that is
 * kept, or a compile step that has to run for each commit and only links.
 */
function isCheap(subject: UnitSubject, rerun: Rerun): boolean {
  const { effects, environment } = rerun.step;
  if (effects.installsPackages) {
    return false;
  }
  return effects.compiles
    ? isStamped(rerun) && environment.buildCacheMount !== undefined
    : environment.moduleCacheMount !== undefined &&
        countsCacheMounts(subject, rerun.step.stage);
}

/** A compile step that itself writes the commit into the binary. */
function isStamped({ step, cause }: Rerun): boolean {
  const { compiles, installsPackages } = step.effects;
  return (
    cause?.kind === 'argument' &&
    compiles &&
    !installsPackages &&
    !(fetchesModules(step) && !step.environment.moduleCacheMount) &&
    (usesVariable(step.instruction, cause.name) ||
      isHandedToScript(step, cause.name))
  );
}

/** `ARG GIT_SHA` directly before `RUN make`, which reads it. */
function isHandedToScript(
  { stage, instruction, shell }: Step,
  name: string,
): boolean {
  const { instructions } = stage;
  let index = instructions.indexOf(instruction) - 1;
  while (
    index >= 0 &&
    ['ARG', 'ENV', 'LABEL'].includes(instructions[index].keyword)
  ) {
    if (instructions[index].pairs?.some(pair => pair.name === name)) {
      return (
        shell?.commands.some(
          ({ name: command }) =>
            command !== undefined &&
            /^(?:make|task|just|mage|bash|sh|[^/]*\/.*|.*\.sh)$/.test(command),
        ) ?? false
      );
    }
    index--;
  }
  return false;
}

function usesVariable(instruction: Instruction, name: string): boolean {
  const texts = [instruction.text, ...instruction.heredocs.map(h => h.body)];
  return texts.some(text => {
    for (
      let index = text.indexOf(name);
      index >= 0;
      index = text.indexOf(name, index + 1)
    ) {
      const isName =
        /\$\{?$/.test(text.slice(Math.max(0, index - 2), index)) &&
        !/^\w/.test(text.slice(index + name.length));
      if (isName) {
        return true;
      }
    }
    return false;
  });
}

function describe(group: readonly Rerun[], isGo: boolean): string {
  const [first, ...others] = group;
  const place =
    first.cause?.kind === 'external'
      ? first.cause.what
      : `of ${describeCause(first)}${
          first.step === first.origin ? '' : ` at ${stepPlace(first.origin)}`
        }`;
  const also =
    others.length > 0 ? `, and what follows at ${lines(others)}` : '';
  const remedy = isStamped(first)
    ? ' The step writes it into the binary, and no cache mount holds the build cache.'
    : '';
  return `Every commit repeats ${costOf(
    first.step,
    isGo,
  )} here${also}, because ${place}.${remedy}`;
}

function lines(reruns: readonly Rerun[]): string {
  const numbers = reruns.slice(0, 5).map(({ step }) => step.instruction.line);
  return numbers.length === 1
    ? `line ${numbers[0]}`
    : `lines ${numbers.slice(0, -1).join(', ')} and ${
        numbers[numbers.length - 1]
      }`;
}

function describeCause({ cause }: Rerun): string {
  switch (cause?.kind) {
    case 'argument':
      return `the build argument ${cause.name}`;
    case 'files': {
      const isGit = cause.paths.some(path =>
        /(?:^|\/)\.git(?:\/|$)/.test(path),
      );
      return isGit
        ? 'the `.git` folder in the context'
        : `${cause.paths.slice(0, 3).join(', ')}`;
    }
    case 'external':
      return cause.what;
    case 'instruction':
      return 'a value in the instruction';
    case 'earlier-step':
    case 'copied-from':
    case undefined:
      return 'an earlier step';
    default:
      return cause satisfies never;
  }
}
