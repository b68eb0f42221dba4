/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../dockerfile/types';
import { maskSecrets } from '../secrets';

const MAXIMUM_TEXT = 300;

/**
 * An instruction on one line: keyword, flags and arguments, secrets masked, cut
 * where long.
 */
export function instructionText(instruction: Instruction): string {
  const flags = instruction.flags.map(({ name, value }) =>
    value === undefined ? `--${name}` : `--${name}=${value}`,
  );
  const text = maskSecrets(
    [instruction.keyword, ...flags, instruction.text]
      .join(' ')
      .replace(/\s+/g, ' '),
  );
  return text.length > MAXIMUM_TEXT ? `${text.slice(0, MAXIMUM_TEXT)}…` : text;
}
