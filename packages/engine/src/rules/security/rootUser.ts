/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction, Stage } from '../../dockerfile/types';
import { baseName } from '../../snapshot/repositoryPath';
import { isDevelopmentName } from '../../units/isDevelopmentName';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, StageChain } from '../evidence/finalImage';
import { hasInstruction } from '../evidence/hasInstruction';
import { notApplicable } from '../evidence/notApplicable';
import { StartCommand, startCommand } from '../evidence/startCommand';
import { officialName, startsAsRoot } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { proposeUser } from './proposeUser';
import { rootUserExamples } from './rootUser.examples';

export const rootUser: UnitRule = {
  id: 'security/root-user',
  category: 'security',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The image does not run as root',
    fail: 'The image runs as root',
  },
  why: 'A flaw in the service then gives an attacker root in the container, one kernel or mount mistake away from the node. Clusters that enforce `runAsNonRoot` refuse to start such an image.',
  howToFix:
    'End the final stage with a numeric user, `USER 65532:65532`, or build on an image that already has one, such as `gcr.io/distroless/static-debian13:nonroot`. Give that user the files it has to write with `COPY --chown`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    'https://github.com/GoogleContainerTools/distroless#how-do-i-use-distroless-images',
  ],
  prevents: [],
  evaluate,
  propose: proposeUser,
  examples: rootUserExamples,
};

const stepsDownReason =
  'The image starts as root and has a program that steps down to another user, such as su-exec or gosu.';

interface UserSetting {
  instruction: Instruction;
  value: string;
  certain: boolean;
}

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const start = startCommand(chain);
  if (chain.root.kind === 'scratch' && !start.entrypoint && !start.command) {
    return notApplicable(
      'The target only holds files to export: it stands on scratch and starts nothing.',
    );
  }
  if (
    !start.entrypoint &&
    !start.command &&
    /(?:^|\/)(?:tests?|e2e)\//i.test(unit.dockerfile.path)
  ) {
    return notApplicable('The image lies with tests and starts nothing.');
  }
  if (!start.entrypoint && !start.command && isForDevelopment(unit)) {
    return notApplicable('The image starts nothing, or is for development.');
  }
  if (isBareBase(chain)) {
    return notApplicable(
      'The file only names an image and adds nothing to it.',
    );
  }
  if (needsRoot(start)) {
    return notApplicable('It starts a service manager, which has to be root.');
  }
  if (startsShellOnly(chain, start)) {
    return notApplicable(
      'The target starts nothing but the shell of its base image: it builds, checks or is worked in.',
    );
  }
  const user = lastUser(unit, chain);
  if (user) {
    return judgeUser(user, { chain, dockerfile: unit.dockerfile });
  }
  return judgeBase(chain, unit);
}

/** `docs.Dockerfile`, `.devcontainer/Dockerfile`. */
function isForDevelopment({ target, dockerfile }: BuildUnit): boolean {
  return (
    isDevelopmentName(target?.name ?? '') ||
    isDevelopmentName(baseName(dockerfile.path)) ||
    /(?:^|\/)\.devcontainer\//.test(dockerfile.path)
  );
}

/** `FROM` alone, for a tool that keeps the version up to date. */
function isBareBase({ root, stages }: StageChain): boolean {
  return (
    root.kind === 'image' &&
    stages.every(({ instructions }) =>
      instructions.every(
        ({ keyword }) => keyword === 'ARG' || keyword === 'LABEL',
      ),
    )
  );
}

/** systemd starts the other services, and hands each its user. */
function needsRoot({ entrypoint, command }: StartCommand): boolean {
  // A script that prepares the machine gets it as its argument.
  return [...(entrypoint?.json ?? []), ...(command?.json ?? [])].some(program =>
    /^(?:\/(?:usr\/)?s?bin\/init|(?:\/(?:usr\/)?lib\/systemd\/)?systemd)$/.test(
      program,
    ),
  );
}

/**
 * A target without a program of its own: the toolchain image of a lint or
 * validate target, a distribution that gets nothing but packages, `bash`.
 */
function startsShellOnly(
  { root, stages }: StageChain,
  { entrypoint, command }: StartCommand,
): boolean {
  if (root.kind !== 'image') {
    return false;
  }
  if (entrypoint || command) {
    const words = entrypoint ? [] : command?.json ?? command?.words ?? [];
    const [program, ...others] = words.map(word =>
      baseName(typeof word === 'string' ? word : word.text),
    );
    return others.length === 0 && /^(?:ba|da|a|z)?sh$/.test(program ?? '');
  }
  const name = officialName(root.reference) ?? '';
  if (/^(?:golang|node|openjdk|python|ruby|rust)$/.test(name)) {
    return true;
  }
  const adds = stages.some(({ instructions }) =>
    instructions.some(({ keyword }) => /^(?:COPY|ADD|EXPOSE)$/.test(keyword)),
  );
  return (
    !adds &&
    /^(?:alpine|amazonlinux|busybox|centos|debian|fedora|oraclelinux|rockylinux|ubuntu)$/.test(
      name,
    )
  );
}

function judgeUser(
  { instruction, value, certain }: UserSetting,
  {
    chain,
    dockerfile,
  }: { chain: StageChain; dockerfile: { path: string; source: string } },
): RuleOutcome {
  if (!certain) {
    return notApplicable(
      `The user \`${instruction.text}\` is only known when the image is built.`,
    );
  }
  if (!isRoot(value)) {
    return { state: 'pass' };
  }
  if (stepsDown(chain)) {
    return notApplicable(stepsDownReason);
  }
  return {
    state: 'fail',
    findings: [
      findingAt(
        dockerfile,
        instruction,
        `The last USER is ${value}, so what it starts runs as root.`,
      ),
    ],
  };
}

function judgeBase(
  chain: StageChain,
  { dockerfile }: UnitSubject['unit'],
): RuleOutcome {
  const { root, stages } = chain;
  const bottom = stages[stages.length - 1];
  const isRootBase =
    root.kind === 'scratch' ||
    (root.kind === 'image' && root.unknown.length === 0
      ? startsAsRoot(root.reference)
      : undefined);
  if (isRootBase === undefined) {
    return notApplicable(
      `Neither the Dockerfile nor what is known of ${bottom.base} tells the user.`,
    );
  }
  if (!isRootBase) {
    return { state: 'pass' };
  }
  if (stepsDown(chain)) {
    return notApplicable(stepsDownReason);
  }
  const from = stages[0].from;
  return {
    state: 'fail',
    findings: [
      findingAt(
        dockerfile,
        from,
        `No USER is set and ${
          root.kind === 'image' ? root.image : bottom.base
        } starts as root, so what it starts runs as root.`,
      ),
    ],
  };
}

/** The last USER from the bottom of the chain to its top. */
function lastUser(
  unit: UnitSubject['unit'],
  chain: StageChain,
): UserSetting | undefined {
  if (!hasInstruction(unit.dockerfile, 'USER')) {
    return undefined;
  }
  const last = new Map<Stage, UserSetting>();
  for (const { stage, instruction, scope } of walkStages(unit, chain.stages)) {
    if (instruction.keyword === 'USER') {
      const text = instruction.words[0]?.text ?? instruction.text;
      last.set(stage, { instruction, ...scope.expand(text) });
    }
  }
  for (const stage of chain.stages) {
    const user = last.get(stage);
    if (user) {
      return user;
    }
  }
  return undefined;
}

/** `root`, `0`, `0:0`, `root:staff`; an empty USER is BuildKit's root. */
function isRoot(user: string): boolean {
  const name = user.split(':')[0].trim();
  return name === 'root' || name === '' || /^\+?0+$/.test(name);
}

const stepDownTool =
  /(?:^|[\s/"'=])(?:su-exec|gosu|setpriv|s6-setuidgid|setuidgid|runuser|s6-overlay|dinit|fixuid)(?:$|[\s"',;:=@/-])/;

/** Whether the final image brings a program to drop root with. */
function stepsDown({ stages }: StageChain): boolean {
  return stages.some(stage =>
    stage.instructions.some(
      instruction =>
        ['RUN', 'COPY', 'ADD', 'ENTRYPOINT', 'CMD'].includes(
          instruction.keyword,
        ) &&
        (stepDownTool.test(instruction.text) ||
          instruction.heredocs.some(({ body }) => stepDownTool.test(body))),
    ),
  );
}
