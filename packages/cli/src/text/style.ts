/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { styleText } from 'node:util';

/** A meaning that a text is set off with on a terminal. */
export type Emphasis = 'strong' | 'quiet' | 'good' | 'bad' | 'warning';

/** Sets a text off, or leaves it as it is. */
export type Style = (emphasis: Emphasis, text: string) => string;

const formats = {
  strong: 'bold',
  quiet: 'dim',
  good: 'green',
  bad: 'red',
  warning: 'yellow',
} as const;

/**
 * Colours for a terminal, plain text for everything else.
 * https://no-color.org
 */
export function createStyle(stream: { isTTY?: boolean }): Style {
  const coloured = stream.isTTY === true && !process.env.NO_COLOR;
  return coloured
    ? (emphasis, text) => styleText(formats[emphasis], text)
    : (_, text) => text;
}
