/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { ShellCommand } from '../../dockerfile/types';
import {
  removeChainedCommand,
  removeInstruction,
} from '../../edits/editInstructions';
import { FixProposal, TextEdit } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { StageScope } from '../../units/StageScope';
import { readGoCommand } from '../../units/goCommand';
import { joinImagePath, overlap } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { stageChains } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { cleanedInBuildExamples } from './cleanedInBuild.examples';

/** Commands of package managers that empty their own cache. */
const packageCaches = [
  { program: /^apt(?:-get)?$/, verbs: ['clean'], folder: /^\/var\/cache\/apt/ },
  {
    program: /^(?:micro)?dnf$/,
    verbs: ['clean'],
    folder: /\/cache\/.{0,200}dnf/,
  },
  { program: /^yum$/, verbs: ['clean'], folder: /\/cache\/yum/ },
  { program: /^npm$/, verbs: ['cache', 'clean'], folder: /\/\.npm(?:\/|$)/ },
  { program: /^yarn$/, verbs: ['cache', 'clean'], folder: /yarn/ },
  { program: /^pip3?$/, verbs: ['cache', 'purge'], folder: /\/pip(?:\/|$)/ },
];

/**
 * Removing a cache behind the last command that needs it keeps a layer small,
 * and is right where nothing is mounted. It is wrong where it empties a mount
 * for all builds to come, or where go commands that follow need it again.
 */
export const cleanedInBuild: UnitRule = {
  id: 'cache/cleaned-in-build',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'No step deletes a cache that is still of use',
    fail: 'A step deletes a cache that is still of use',
  },
  why: 'A cache mount is shared by all builds, so deleting in it makes the next one download or compile from scratch. In a layer the command either finds nothing to delete, or deletes what the next go command has to fetch again.',
  howToFix:
    'Delete the command. What is in a cache mount never gets into the image, and what is in an early stage does not either; the builder collects old caches itself.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#go-clean-modcache',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
    'https://docs.docker.com/build/cache/garbage-collection/',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: cleanedInBuildExamples,
};

/** What a command deletes. */
interface Cleaning {
  command: ShellCommand;
  /** In words, as in a sentence. */
  what: string;
  /** Whether go commands may need it. */
  isGoCache: boolean;
  /** The mount that it empties. */
  mounted?: string;
}

function evaluate(subject: UnitSubject): RuleOutcome {
  return subject.model.steps.some(({ shell }) => shell)
    ? passUnless(
        uselessCleanings(subject).map(({ cleaning, message }) =>
          findingAt(subject.unit.dockerfile, cleaning.command, message),
        ),
      )
    : notApplicable('The Dockerfile runs no commands.');
}

const cleaningWords = new Set([
  'clean',
  ...packageCaches.flatMap(({ verbs }) => verbs),
]);

/** Whether a step has a command of one of the kinds that are looked at. */
function mayClean({ shell }: Step): boolean {
  return (
    shell?.commands.some(
      ({ name = '', arguments: words }) =>
        baseName(name) === 'rm' ||
        words.some(({ text }) => cleaningWords.has(text)),
    ) === true
  );
}

interface UselessCleaning {
  step: Step;
  cleaning: Cleaning;
  message: string;
}

function uselessCleanings({ unit, model }: UnitSubject): UselessCleaning[] {
  const steps = new Map(model.steps.map(step => [step.instruction, step]));
  const useless: UselessCleaning[] = [];
  if (!model.steps.some(mayClean)) {
    return useless;
  }
  for (const { instruction, scope } of walkStages(unit, unit.reachable)) {
    const step = steps.get(instruction);
    if (!step?.shell) {
      continue;
    }
    for (const cleaning of cleaningsOf(step, scope)) {
      const message = judge(cleaning, { step, unit, steps: model.steps });
      if (message !== undefined) {
        useless.push({ step, cleaning, message });
      }
    }
  }
  return useless;
}

/** Deletes commands that do nothing else, or the folders that they name too much. */
function propose(subject: UnitSubject): FixProposal | undefined {
  const { dockerfile } = subject.unit;
  const useless = uselessCleanings(subject);
  const edits = new Map<string, TextEdit>();
  for (const command of new Set(useless.map(u => u.cleaning.command))) {
    const own = useless.filter(({ cleaning }) => cleaning.command === command);
    const [{ step }] = own;
    const operands = command.arguments.filter(
      ({ text }) => !/^-\w*$/.test(text) || /^--?(?:mod)?cache$/.test(text),
    );
    const isWhole =
      command.name === 'rm'
        ? operands.length === own.length
        : readGoCommand(command)?.verb !== 'clean' ||
          operands.length === own.length + 1;
    const edit =
      isWhole && command.environment.length === 0
        ? removeCommand(subject, step, command)
        : undefined;
    if (!edit || !step.stage.instructions.includes(step.instruction)) {
      return undefined;
    }
    edits.set(JSON.stringify(edit), edit);
  }
  return {
    title: 'Keep the caches that are still of use',
    safety: 'safe',
    changes: [
      { kind: 'edit', path: dockerfile.path, edits: [...edits.values()] },
    ],
  };
}

/** Deletes a command, and the instruction where it holds no other. */
function removeCommand(
  { unit: { dockerfile } }: UnitSubject,
  { instruction, shell }: Step,
  command: ShellCommand,
): TextEdit | undefined {
  const commands = shell?.commands ?? [];
  return commands.length === 1 && command.redirects.length === 0
    ? removeInstruction(dockerfile, instruction)
    : removeChainedCommand(dockerfile, commands, command);
}

function judge(
  { command, what, isGoCache, mounted }: Cleaning,
  { step, unit, steps }: { step: Step; unit: BuildUnit; steps: Step[] },
): string | undefined {
  if (mounted !== undefined) {
    return `This deletes ${what} in the cache mount at ${mounted}: the next build finds the cache empty.`;
  }
  if (!isGoCache) {
    return undefined;
  }
  const commands = step.shell?.commands ?? [];
  const later = commands.slice(commands.indexOf(command) + 1);
  const chains = stageChains(unit);
  const isNeeded =
    later.some(needsCaches) ||
    steps.some(
      other =>
        other.index > step.index &&
        chains.get(other.stage)?.stages.includes(step.stage) === true &&
        other.shell?.commands.some(needsCaches) === true,
    );
  return isNeeded
    ? `This deletes ${what} before another go command needs it: there is nothing to delete yet, or it is fetched and compiled again.`
    : undefined;
}

function needsCaches(command: ShellCommand): boolean {
  return /^(?:build|install|run|test|vet|get|generate|mod)$/.test(
    readGoCommand(command)?.verb ?? '',
  );
}

function cleaningsOf(step: Step, scope: StageScope): Cleaning[] {
  const { goModCache, goCache, workdir } = step.environment;
  const mounts = step.mounts.flatMap(({ type, target }) => {
    const text = scope.expand(target ?? '');
    return type === 'cache' && target !== undefined && text.certain
      ? [scope.resolve(text.value)]
      : [];
  });
  const find = (path: string) => mounts.find(target => overlap(target, path));
  const cleanings: Cleaning[] = [];
  let folder = workdir;
  for (const command of step.shell?.commands ?? []) {
    const words = command.arguments.map(({ text }) => text);
    const name = baseName(command.name ?? '');
    if (name === 'cd') {
      const [target] = command.arguments;
      folder = target?.static ? joinImagePath(folder, target.text) : '/?';
    }
    const goCommand = readGoCommand(command);
    if (goCommand?.verb === 'clean') {
      for (const { text } of goCommand.words) {
        const content = /^--?(modcache|cache)$/.exec(text)?.[1];
        if (content) {
          cleanings.push({
            command,
            what:
              content === 'modcache' ? 'the module cache' : 'the build cache',
            isGoCache: true,
            mounted: find(content === 'modcache' ? goModCache : goCache),
          });
        }
      }
    } else if (name === 'rm' && words.some(word => /^-\w*[rR]/.test(word))) {
      for (const word of command.arguments) {
        const removed = removedFolder(word.text, { folder, scope });
        const mounted =
          removed &&
          mounts.find(
            target => target === removed || target.startsWith(`${removed}/`),
          );
        const isGoCache = removed === goModCache || removed === goCache;
        if (removed && (mounted || isGoCache)) {
          cleanings.push({ command, what: removed, isGoCache, mounted });
        }
      }
    } else {
      const cleaned = packageCaches.find(
        ({ program, verbs }) =>
          program.test(name) && verbs.every(verb => words.includes(verb)),
      );
      const mounted = cleaned && mounts.find(path => cleaned.folder.test(path));
      if (cleaned && mounted) {
        cleanings.push({
          command,
          what: 'the packages',
          isGoCache: false,
          mounted,
        });
      }
    }
  }
  return cleanings;
}

/** The folder that a word of `rm -r` empties: `/var/lib/apt/lists/*`. */
function removedFolder(
  text: string,
  { folder, scope }: { folder: string; scope: StageScope },
): string | undefined {
  const { value, certain } = scope.expand(text.replace(/(?<!\/)\/+\*?$/, ''));
  return text.startsWith('-') ||
    !certain ||
    value === '' ||
    /[*?~[`(]/.test(value)
    ? undefined
    : joinImagePath(folder, value);
}
