/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { readMounts } from '../../dockerfile/readMounts';
import { Dockerfile, Instruction, ShellCommand } from '../../dockerfile/types';
import { looksRandom } from '../../secrets/looksRandom';
import { baseName } from '../../snapshot/repositoryPath';
import { StageScope } from '../../units/StageScope';
import { lineAt } from '../evidence/lineAt';
import {
  findToken,
  findUserInformation,
  isSecretName,
  UserInformation,
} from '../evidence/secretValues';
import { SecretLeak } from './SecretLeak';
import { isCredentialPath } from './secretInCopy';

/** Credentials that a RUN leaves in its layer or in the history. */
export function runLeaks(
  dockerfile: Dockerfile,
  instruction: Instruction,
  scope: StageScope,
): SecretLeak[] {
  const body = [
    instruction.text,
    ...instruction.heredocs.map(heredoc => heredoc.body),
  ].join('\n');
  const { commands } = parseShell(dockerfile, instruction);
  const leaks: SecretLeak[] = [];
  const report = (line: number, message: string, hidden: string[] = []) =>
    leaks.push({ line, endLine: line, message, hidden });

  const token = findToken(body);
  if (token !== undefined) {
    report(
      lineOf(dockerfile, instruction, token),
      'A token is written out in this command.',
      [token],
    );
  }
  const inUrls = findUserInformation(body);
  if (inUrls.length > 0) {
    const given = givenArguments(instruction, { commands, scope });
    for (const information of inUrls) {
      const message = describeUserInformation(information, given);
      if (message) {
        report(
          lineOf(dockerfile, instruction, information.text),
          message,
          information.literal ? [information.literal] : [],
        );
      }
    }
  }
  for (const command of commands) {
    const message =
      describeWrittenFile(command, { commands, instruction, body }) ??
      describeAssignment(command);
    if (message) {
      report(command.line, message);
    }
  }
  return leaks;
}

/**
 * ARG and ENV names that reach the commands: those that no secret mount and no
 * assignment of the script itself sets.
 */
function givenArguments(
  instruction: Instruction,
  { commands, scope }: { commands: readonly ShellCommand[]; scope: StageScope },
): ReadonlySet<string> {
  const given = new Set([...scope.arguments, ...scope.environment]);
  for (const { type, env, id } of readMounts(instruction)) {
    if (type === 'secret') {
      given.delete(env ?? '');
      given.delete(id ?? '');
    }
  }
  for (const { environment, name, arguments: words } of commands) {
    for (const assignment of environment) {
      given.delete(assignment.name);
    }
    if (name === 'export' || name === 'read') {
      for (const { text } of words) {
        given.delete(text.split('=')[0]);
      }
    }
  }
  return given;
}

function describeUserInformation(
  { text, host, variables, literal }: UserInformation,
  given: ReadonlySet<string>,
): string | undefined {
  if (literal !== undefined) {
    return /^(?:localhost|127\.)/.test(host)
      ? undefined
      : `The URL for ${host} has a password in it.`;
  }
  // In `https://$USER@host` the name may be all there is.
  const secret = variables.find(
    name =>
      given.has(name) &&
      (isSecretName(name) ||
        text.indexOf(`:$`) >= 0 ||
        /auth|cred/i.test(name)),
  );
  return secret === undefined
    ? undefined
    : `The credential in ${secret} is put into a URL: the command with its value goes into the history, and git keeps it in its configuration.`;
}

/** `echo … > ~/.netrc`, `… | tee ~/.git-credentials`. */
function describeWrittenFile(
  command: ShellCommand,
  {
    commands,
    instruction,
    body,
  }: {
    commands: readonly ShellCommand[];
    instruction: Instruction;
    body: string;
  },
): string | undefined {
  const targets = command.redirects
    .filter(({ operator }) => operator.includes('>'))
    .map(({ target }) => target ?? '');
  if (command.name === 'tee') {
    targets.push(...command.arguments.map(({ text }) => text));
  }
  for (const target of targets) {
    const path = target
      .replace(/^["']|["']$/g, '')
      .replace(/^(?:~|\$\{?HOME\}?)\//, 'root/');
    const name = baseName(path);
    const isCredential =
      isCredentialPath(path) ||
      (name === '.npmrc' && /_(?:authToken|auth|password)\b/.test(body));
    if (
      isCredential &&
      !isRemoved(name, commands) &&
      !isMounted(path, instruction)
    ) {
      return `This writes ${name} into the layer, where it stays even if a later step deletes it.`;
    }
  }
  return undefined;
}

function isRemoved(name: string, commands: readonly ShellCommand[]): boolean {
  return commands.some(
    command =>
      (command.name === 'rm' || command.name === 'shred') &&
      command.arguments.some(({ text }) => text.includes(name)),
  );
}

/** Whether what is written lands on a mount instead of the layer. */
function isMounted(path: string, instruction: Instruction): boolean {
  return readMounts(instruction).some(
    ({ type, target }) =>
      (type === 'tmpfs' || type === 'secret') &&
      target !== undefined &&
      `/${path.replace(/^\/+/, '')}`.startsWith(target),
  );
}

/** `export NPM_TOKEN=…` with a value that looks like a key. */
function describeAssignment(command: ShellCommand): string | undefined {
  const assignments = [
    ...command.environment,
    ...(command.name === 'export'
      ? command.arguments.map(({ text, static: isStatic }) => ({
          name: text.split('=')[0],
          value: text.slice(text.indexOf('=') + 1),
          static: isStatic,
        }))
      : []),
  ];
  const secret = assignments.find(
    ({ name, value, static: isStatic }) =>
      isStatic && isSecretName(name) && looksRandom(value),
  );
  return (
    secret && `The value of ${secret.name} is written out in this command.`
  );
}

/** The line of a text within an instruction; its first line when not found. */
function lineOf(
  dockerfile: Dockerfile,
  instruction: Instruction,
  text: string,
): number {
  const { start, end } = instruction.span;
  const found = dockerfile.source.indexOf(text, start);
  return lineAt(
    dockerfile,
    instruction,
    found < end ? Math.max(found, start) : start,
  );
}
