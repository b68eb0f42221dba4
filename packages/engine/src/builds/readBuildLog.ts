/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildLogLimits } from './buildLogLimits';
import { BuildLogParser } from './BuildLogParser';
import { BuildLogReading, ReadBuildLogOptions } from './types';

function createParser(options: ReadBuildLogOptions | undefined) {
  return new BuildLogParser({ ...buildLogLimits, ...options?.limits });
}

/**
 * Reads a build log from a stream of text or bytes. The format is recognised by
 * content; content never makes it throw (a failing stream does).
 *
 * @public
 */
export async function readBuildLog(
  input: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  options?: ReadBuildLogOptions,
): Promise<BuildLogReading> {
  const parser = createParser(options);
  // A string is iterable by its characters: take it whole.
  const chunks = typeof input === 'string' ? [input] : input;
  for await (const chunk of chunks) {
    parser.push(chunk);
    if (parser.isFull) {
      break;
    }
  }
  return parser.finish();
}

/**
 * Reads a build log that is at hand as a whole.
 *
 * @public
 */
export function readBuildLogText(
  log: string | Uint8Array,
  options?: ReadBuildLogOptions,
): BuildLogReading {
  const parser = createParser(options);
  parser.push(log);
  return parser.finish();
}
