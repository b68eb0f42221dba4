/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Mount, ShellCommand } from '../../dockerfile/types';
import { dropCommand } from '../../edits/dropCommand';
import { FixProposal, TextEdit } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { joinImagePath } from '../../units/imagePath';
import { findingAt } from '../evidence/createFinding';
import { lineAt } from '../evidence/lineAt';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { secretMountMisuseExamples } from './secretMountMisuse.examples';

export const secretMountMisuse: UnitRule = {
  id: 'security/secret-mount-misuse',
  category: 'security',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Secret mounts are used as they are meant',
    fail: 'A secret mount is not used as it is meant',
  },
  why: 'Without `required=true` a build that is not given the secret goes on without it, and fails later with an error about something else, or fetches from the wrong place. A person’s private key opens far more than this one build needs.',
  howToFix:
    'Ask for the secret: `RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true go mod download`, with `mode=0440` and `uid=` in the place of chmod and chown. For SSH forward an agent: `RUN --mount=type=ssh go mod download`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#run---mounttypesecret',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypessh',
    'https://docs.docker.com/build/building/secrets/',
  ],
  prevents: ['auth.secret_missing', 'fs.readonly'],
  evaluate,
  propose,
  examples: secretMountMisuseExamples,
};

type Misuse =
  | { kind: 'optional'; step: Step; mount: Mount }
  | { kind: 'private-key'; step: Step; mount: Mount }
  | { kind: 'mode'; step: Step; mount: Mount; command: ShellCommand };

function evaluate(subject: UnitSubject): RuleOutcome {
  const { misuses, mounts } = findMisuses(subject);
  const { dockerfile } = subject.unit;
  return mounts === 0
    ? notApplicable('No step has a secret mounted.')
    : passUnless(
        misuses.map(misuse => {
          const { step, mount } = misuse;
          const line =
            misuse.kind === 'mode'
              ? misuse.command.line
              : lineAt(dockerfile, step.instruction, mount.flag.span.start);
          return findingAt(dockerfile, { line }, describe(misuse));
        }),
      );
}

function describe(misuse: Misuse): string {
  const name = misuse.mount.id ?? misuse.mount.target ?? 'secret';
  switch (misuse.kind) {
    case 'optional':
      return `A build that is not given the secret ${name} goes on without it: \`required=true\` would stop it here, and say why.`;
    case 'private-key':
      return `The private key ${name} is handed to the build: an SSH mount lends its use, and the key stays where it is.`;
    case 'mode':
      return `\`${misuse.command.name}\` on a secret mount fails, since it is read-only: \`mode=\`, \`uid=\` and \`gid=\` of the mount set this.`;
    default: {
      const never: never = misuse;
      return never;
    }
  }
}

function findMisuses({ model }: UnitSubject): {
  misuses: Misuse[];
  mounts: number;
} {
  const misuses: Misuse[] = [];
  let mounts = 0;
  for (const step of model.steps) {
    for (const mount of step.mounts) {
      if (mount.type !== 'secret') {
        continue;
      }
      mounts++;
      if (isPrivateKey(mount)) {
        misuses.push({ kind: 'private-key', step, mount });
      } else if (
        mount.required !== true &&
        !/(?:^|,)\s*"?required\s*=/i.test(mount.flag.value ?? '') &&
        !worksWithout(step, mount)
      ) {
        misuses.push({ kind: 'optional', step, mount });
      }
      for (const command of step.shell?.commands ?? []) {
        if (changesMode(command, step, mount)) {
          misuses.push({ kind: 'mode', step, mount, command });
        }
      }
    }
  }
  return { misuses, mounts };
}

/** Where the secret is, if it is a file. */
function secretPath(
  { target, id, env }: Mount,
  { environment }: Step,
): string | undefined {
  if (target !== undefined) {
    return joinImagePath(environment.workdir, target);
  }
  return env === undefined && id !== undefined
    ? `/run/secrets/${id}`
    : undefined;
}

function isPrivateKey({ id = '', target = '' }: Mount): boolean {
  return [id, baseName(target)].some(name =>
    /^id_(?:rsa|ed25519|ecdsa|dsa)(?:_sk)?$|^(?:ssh_?)?private_?key$|^ssh_?key$/i.test(
      name.replace(/-/g, '_'),
    ),
  );
}

/** Whether the script asks for the secret before it uses it. */
function worksWithout(step: Step, mount: Mount): boolean {
  const path = secretPath(mount, step);
  const { env } = mount;
  const names = [path, mount.id, env].filter(
    name => name !== undefined && name !== '',
  ) as string[];
  const commands = step.shell?.commands ?? [];
  const asks = commands.some(
    ({ name, arguments: words, after }) =>
      after === '||' ||
      (/^(?:test|\[\[?)$/.test(name ?? '') &&
        words.some(({ text }) => names.some(part => text.includes(part)))),
  );
  const script = [
    step.instruction.text,
    ...step.instruction.heredocs.map(({ body }) => body),
  ].join('\n');
  return (
    asks ||
    /\[\[? /.test(script) ||
    (env !== undefined &&
      new RegExp(`\\$\\{${escape(env)}:?[-+=]`).test(script))
  );
}

function escape(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '\\$&');
}

function changesMode(command: ShellCommand, step: Step, mount: Mount): boolean {
  const path = secretPath(mount, step);
  return (
    path !== undefined &&
    /^(?:chmod|chown|chgrp)$/.test(baseName(command.name ?? '')) &&
    command.arguments.some(
      ({ text, static: isStatic }) =>
        isStatic && joinImagePath(step.environment.workdir, text) === path,
    )
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { dockerfile } = subject.unit;
  const { source } = dockerfile;
  const edits: TextEdit[] = [];
  const options = new Map<Mount, string[]>();
  for (const misuse of findMisuses(subject).misuses) {
    const { step, mount } = misuse;
    const own = options.get(mount) ?? [];
    options.set(mount, own);
    switch (misuse.kind) {
      case 'private-key':
        return undefined;
      case 'optional':
        own.push('required=true');
        break;
      case 'mode': {
        const { command } = misuse;
        const [mode, path, ...others] = command.arguments;
        const edit = dropCommand(source, step.shell?.commands ?? [], command);
        if (
          command.name !== 'chmod' ||
          !/^0?[0-7]{3}$/.test(mode.text) ||
          path === undefined ||
          others.length > 0 ||
          mount.mode !== undefined ||
          own.some(option => option.startsWith('mode=')) ||
          !edit
        ) {
          return undefined;
        }
        own.push(`mode=${mode.text.padStart(4, '0')}`);
        edits.push(edit);
        break;
      }
      default: {
        const never: never = misuse;
        return never;
      }
    }
  }
  for (const [mount, own] of options) {
    const { valueSpan } = mount.flag;
    if (!valueSpan) {
      return undefined;
    }
    const isQuoted = /["']/.test(source[valueSpan.end - 1]);
    const at = valueSpan.end - (isQuoted ? 1 : 0);
    edits.push({ span: { start: at, end: at }, text: `,${own.join(',')}` });
  }
  return {
    title: 'Ask for the secrets that a step needs',
    safety: 'needs-review',
    review:
      'A build that is not given the secret stops: check that every pipeline passes it.',
    changes: [{ kind: 'edit', path: dockerfile.path, edits }],
  };
}
