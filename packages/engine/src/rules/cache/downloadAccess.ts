/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Instruction } from '../../dockerfile/types';
import { namesGolang } from '../../units/namesGolang';
import { StageChain } from '../evidence/finalImage';
import { privateModules } from '../evidence/privateModules';
import { UnitSubject } from '../types';
import { usesHttpProxy } from './ownDownloads';

/** What a step may do to the access of the steps behind it. */
const accessPattern =
  /netrc|\.gitconfig|git\s+config|insteadOf|\.ssh|ssh-|GOPROXY|GOPRIVATE|GONOSUM|GOAUTH|go\s+env\s+-w|update-ca|certificates\/|credential|_TOKEN|http_proxy|https_proxy|\/etc\/(?:hosts|resolv)/i;

/** Whether an instruction may change what the steps behind it have access to. */
export function changesAccess({ text, heredocs }: Instruction): boolean {
  return accessPattern.test(
    [text, ...heredocs.map(({ body }) => body)].join('\n'),
  );
}

/** Whether a step may download modules that ask for credentials. */
export function usesPrivateModules(
  subject: UnitSubject,
  { mounts }: Step,
): boolean {
  return (
    privateModules(subject).length > 0 ||
    mounts.some(({ type }) => type === 'secret' || type === 'ssh')
  );
}

/**
 * Whether modules that a step downloads can be downloaded at an earlier one just
 * as well: nothing in between gives the access, the tools or the user for it.
 */
export function canDownloadAt(
  anchor: Step,
  step: Step,
  {
    between,
    before,
    chain,
    subject,
  }: {
    /** The instructions behind the earlier step. */
    between: readonly Instruction[];
    /** All steps that the later one stands on. */
    before: readonly Step[];
    chain: StageChain;
    subject: UnitSubject;
  },
): boolean {
  const isGolang =
    chain.root.kind === 'image' && namesGolang(chain.root.reference.repository);
  const behind = before.filter(({ index }) => index > anchor.index);
  const runs = behind.filter(
    ({ instruction: { keyword } }) => keyword === 'RUN',
  );
  const bringsTools =
    runs.length > 0 ||
    behind.some(({ instruction }) =>
      instruction.flags.some(({ name }) => name === 'from'),
    );
  const bringsAccess =
    subject.unit.context.entries.some(({ path }) =>
      /(?:^|\/)(?:\.netrc|\.gitconfig|\.git-credentials|\.ssh\/)/.test(path),
    ) ||
    [anchor.instruction, ...between].some(
      instruction =>
        /^(?:RUN|COPY|ADD)$/.test(instruction.keyword) &&
        changesAccess(instruction),
    );
  return (
    step.environment.user === anchor.environment.user &&
    !bringsAccess &&
    (isGolang || !bringsTools) &&
    !between.some(({ keyword }) => keyword === 'SHELL') &&
    !step.mounts.some(({ type }) => type === 'bind') &&
    (runs.length === 0 ||
      (!usesPrivateModules(subject, step) && usesHttpProxy(step)))
  );
}
