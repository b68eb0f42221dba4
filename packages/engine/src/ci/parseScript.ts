/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { ShellCollector } from '../dockerfile/ShellCollector';
import { ShellCommand } from '../dockerfile/types';
import { hideExpressions } from './unknownText';

/**
 * The commands of a script of a pipeline, in the order of the text, with lines
 * from 1. Expressions of the pipeline (`${{ … }}`) are unknown variables.
 */
export function parseScript(script: string): {
  commands: ShellCommand[];
  /** The text that the commands' spans are offsets of. */
  source: string;
} {
  const source = hideExpressions(script);
  const collector = new ShellCollector(new LineIndex(source));
  collector.addScript({
    text: source,
    map: [{ text: 0, source: 0, length: source.length }],
  });
  return { commands: collector.body.commands, source };
}
