/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoStepEnvironment } from '../../environment/readGoSteps';
import { Step } from '../../cache/types';
import { officialName } from '../facts/baseImages';
import { UnitSubject } from '../types';
import { stageChains } from './finalImage';

/** Packages that are git, or that bring it. */
const gitPackages = /^(?:git(?:-.*)?|alpine-sdk)(?:[=~<>@].*)?$/s;

/**
 * Whether the image has git where a command runs; undefined where that is not
 * known. Neither Alpine nor Debian have it of their own, and of the Go images
 * those on Alpine do not.
 */
export function hasGit(
  { unit, model }: UnitSubject,
  command: GoStepEnvironment,
): boolean | undefined {
  const chain = stageChains(unit).get(command.stage);
  if (chain?.root.kind !== 'image' || chain.root.unknown.length > 0) {
    return undefined;
  }
  const { reference } = chain.root;
  const { tag = '' } = reference;
  const name = officialName(reference);
  if (name === 'golang') {
    if (tag === '' && reference.digest !== undefined) {
      return undefined;
    }
    if (!/(?:^|-)alpine/.test(tag)) {
      return true;
    }
  } else if (name !== 'alpine') {
    return undefined;
  }
  const stages = new Set(chain.stages);
  const before = model.steps.filter(
    ({ stage, instruction }) =>
      stages.has(stage) &&
      instruction.span.start <= command.instruction.span.start,
  );
  let isSure = true;
  for (const step of before) {
    const found = bringsGit(step);
    if (found) {
      return true;
    }
    isSure &&= found === false;
  }
  return isSure ? false : undefined;
}

/** Undefined for a step that may do so. */
function bringsGit({ instruction, shell }: Step): boolean | undefined {
  const { keyword, text } = instruction;
  if (keyword === 'COPY' || keyword === 'ADD') {
    // Programs from elsewhere.
    return /(?:^|[\s/])(?:git|bin|usr|sbin)\/?(?:\s|$)|(?:^|\s)\/\s/.test(text)
      ? undefined
      : false;
  }
  if (keyword !== 'RUN') {
    return false;
  }
  if (!shell || shell.opaque || shell.errors.length > 0) {
    return undefined;
  }
  let isSure = true;
  for (const { name, nameSpan, arguments: words } of shell.commands) {
    if (name === undefined) {
      isSure &&= nameSpan === undefined;
      continue;
    }
    const installs = /^(?:.*\/)?(?:xx-)?(?:apk|apt|apt-get)$/.test(name);
    if (installs && words.some(({ text: word }) => gitPackages.test(word))) {
      return true;
    }
    // Lists of packages in variables, and scripts.
    isSure &&= !(
      (installs && words.some(word => !word.static)) ||
      /\.sh$|^(?:\.|source|eval|sh|bash|ash|make|task|just|\.\/.*)$/.test(name)
    );
  }
  return isSure ? false : undefined;
}
