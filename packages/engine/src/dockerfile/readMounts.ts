/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkMount, readMountFields } from './mountFields';
import { Instruction, Mount } from './types';
import { Span } from '../span';

/**
 * The mounts of a RUN instruction, or of the RUN that an ONBUILD defers, with
 * BuildKit's defaults. Mounts that cannot be read at all are left out; see
 * {@link mountProblems}.
 *
 * @public
 */
export function readMounts(instruction: Instruction): Mount[] {
  const mounts: Mount[] = [];
  for (const flag of runFlags(instruction)) {
    const { mount } = readMountFields(flag);
    if (mount) {
      mounts.push(mount);
    }
  }
  return mounts;
}

/**
 * A mount option that BuildKit rejects, at parse or at build time.
 *
 * @public
 */
export interface MountProblem {
  /** Stable id of the kind of problem. */
  code: string;
  /** The text that it is about. */
  span: Span;
  /** One sentence for people. */
  message: string;
}

/**
 * What is wrong with the mounts of an instruction.
 *
 * @public
 */
export function mountProblems(instruction: Instruction): MountProblem[] {
  const problems: MountProblem[] = [];
  for (const flag of runFlags(instruction)) {
    const { mount, messages, open } = readMountFields(flag);
    if (mount && messages.length === 0 && !open) {
      messages.push(...checkMount(mount));
    }
    for (const message of messages) {
      problems.push({ code: 'invalid-mount', span: flag.span, message });
    }
  }
  return problems;
}

function runFlags(instruction: Instruction) {
  const run =
    instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  if (run?.keyword !== 'RUN') {
    return [];
  }
  return run.flags.filter(
    flag => flag.name === 'mount' && flag.value !== undefined,
  );
}
