/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { ShellCommand } from '../../dockerfile/types';
import { joinImagePath } from '../../units/imagePath';
import { UnitSubject } from '../types';
import { finalChain } from '../evidence/finalImage';
import { PackageCommand, packageCommands } from './packageCommands';

/** What is wrong with a call of a package manager. */
export type PackageFlawKind =
  | 'apt-for-people'
  | 'asks'
  | 'recommends'
  | 'lists-left'
  | 'index-left'
  | 'upgrade';

/** A flaw with the call that it is about. */
export interface PackageFlaw {
  kind: PackageFlawKind;
  call: PackageCommand;
}

/**
 * The flaws of a unit's calls of apt, apk and dnf. What stays in a stage that
 * is not part of the image costs nothing, so the size of layers is only judged
 * in the stages that the image stands on.
 */
export function findPackageFlaws({ unit, model }: UnitSubject): {
  flaws: PackageFlaw[];
  calls: number;
} {
  const flaws: PackageFlaw[] = [];
  const commands = model.steps.map(packageCommands);
  const calls = commands.flat().length;
  if (calls === 0) {
    return { flaws, calls };
  }
  const inImage = new Set(finalChain(unit)?.stages ?? []);
  let settings: AptSettings = { assumesYes: false, noRecommends: false };
  for (const [index, step] of model.steps.entries()) {
    const found = commands[index];
    settings = settingsAfter(settings, step);
    for (const call of found) {
      for (const kind of [
        ...callFlaws(call, settings),
        ...(inImage.has(step.stage) ? sizeFlaws(call, found, settings) : []),
      ]) {
        flaws.push({ kind, call });
      }
    }
  }
  return { flaws, calls };
}

/** What configuration files, written in the Dockerfile, say for all calls. */
interface AptSettings {
  assumesYes: boolean;
  noRecommends: boolean;
}

function settingsAfter(
  { assumesYes, noRecommends }: AptSettings,
  { instruction: { text, heredocs } }: Step,
): AptSettings {
  const texts = [text, ...heredocs.map(({ body }) => body)];
  return {
    assumesYes:
      assumesYes || texts.some(each => /APT::Get::Assume-Yes/i.test(each)),
    noRecommends:
      noRecommends || texts.some(each => /APT::Install-Recommends/i.test(each)),
  };
}

const isApt = (program: string) => program === 'apt' || program === 'apt-get';

function callFlaws(
  { program, command, verb, words, mayHaveFlags, step }: PackageCommand,
  { assumesYes }: AptSettings,
): PackageFlawKind[] {
  const kinds: PackageFlawKind[] = [];
  if (
    program === 'apt' &&
    /^(?:install|update|upgrade|full-upgrade|remove|purge|autoremove|clean|autoclean)$/.test(
      verb.text,
    )
  ) {
    kinds.push('apt-for-people');
  }
  const asks =
    program !== 'apk' &&
    /^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep|groupinstall)$/.test(
      verb.text,
    );
  if (
    asks &&
    !mayHaveFlags &&
    !assumesYes &&
    !saysYes(words) &&
    !isAnswered(command, step)
  ) {
    kinds.push('asks');
  }
  return kinds;
}

/** `-y`, `-qqy`, `-qq`, `--yes`, `--assume-yes`, `--assumeyes`. */
function saysYes(words: readonly string[]): boolean {
  return words.some(
    word =>
      /^-(?!o)(?=[A-Za-z]+$).*(?:y|qq)/.test(word) ||
      /^--(?:yes|assume-?yes|force-yes|simulate|download-only|dry-run|no-act|print-uris|downloadonly|just-print)$/.test(
        word,
      ) ||
      /^-(?:s|d|q=2)$/.test(word) ||
      /^--setopt=assumeyes=/.test(word),
  );
}

/** `yes | apt-get install …`. */
function isAnswered(command: ShellCommand, { shell }: Step): boolean {
  const commands = shell?.commands ?? [];
  const before = commands[commands.indexOf(command) - 1];
  return (
    command.redirects.some(({ operator }) => operator.startsWith('<')) ||
    before?.piped === true
  );
}

function sizeFlaws(
  call: PackageCommand,
  calls: readonly PackageCommand[],
  { noRecommends }: AptSettings,
): PackageFlawKind[] {
  const { program, verb, words, mayHaveFlags, step } = call;
  const kinds: PackageFlawKind[] = [];
  if (isApt(program)) {
    if (
      verb.text === 'install' &&
      !mayHaveFlags &&
      !noRecommends &&
      !words.some(isNoRecommends) &&
      words.length > words.indexOf('install') + 1
    ) {
      kinds.push('recommends');
    }
    if (/^(?:upgrade|dist-upgrade|full-upgrade)$/.test(verb.text)) {
      kinds.push('upgrade');
    }
    if (
      verb.text === 'update' &&
      !mentionsLater(call, calls) &&
      !keepsApart(step, '/var/lib/apt/lists') &&
      !removes(
        step,
        call,
        /\/var\/lib\/(?:apt|\{|\*)|\/var\/\*|\bdist-?clean\b/,
      )
    ) {
      kinds.push('lists-left');
    }
  }
  if (program === 'apk' && !mayHaveFlags) {
    if (verb.text === 'upgrade') {
      kinds.push('upgrade');
    }
    if (
      /^(?:add|update|upgrade)$/.test(verb.text) &&
      !words.includes('--no-cache') &&
      !keepsApart(step, '/var/cache/apk') &&
      !keepsApart(step, '/etc/apk/cache') &&
      !removes(step, call, /\/var\/cache\/(?:apk|\*|\{)|\/etc\/apk\/cache/)
    ) {
      kinds.push('index-left');
    }
  }
  return kinds;
}

function isNoRecommends(word: string): boolean {
  return (
    word === '--no-install-recommends' ||
    /Install-Recommends/i.test(word) ||
    word === '--download-only'
  );
}

/** Of several updates in one RUN, the last one leaves the lists. */
function mentionsLater(
  call: PackageCommand,
  calls: readonly PackageCommand[],
): boolean {
  return calls
    .slice(calls.indexOf(call) + 1)
    .some(({ program, verb }) => isApt(program) && verb.text === 'update');
}

/** Whether a folder is on a mount, so that nothing of it is in the layer. */
function keepsApart({ mounts, environment }: Step, folder: string): boolean {
  return mounts.some(({ type, target }) => {
    if ((type !== 'cache' && type !== 'tmpfs') || target === undefined) {
      return false;
    }
    const path = joinImagePath(environment.workdir, target);
    return path === '/' || folder === path || folder.startsWith(`${path}/`);
  });
}

function removes(
  { shell, instruction }: Step,
  { command }: PackageCommand,
  folder: RegExp,
): boolean {
  const commands = shell?.commands ?? [];
  return (
    commands
      .slice(commands.indexOf(command) + 1)
      .some(({ name, arguments: words }) =>
        [name ?? '', ...words.map(({ text }) => text)].some(word =>
          folder.test(word),
        ),
      ) ||
    // What a function or a trap does is not in the order of the text.
    (/\btrap\b|\(\)\s*\{/.test(instruction.text) &&
      folder.test(instruction.text))
  );
}
