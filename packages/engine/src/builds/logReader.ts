/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from './logLine';
import { BuildRecord } from './types';

/** Reads the lines of one format; one instance reads one log. */
export interface LogReader {
  readLine(line: LogLine): void;
  /**
   * Reads a line in place, if it is one of those that are most of a log: the
   * output of a step, without any decoration. False where it is not.
   */
  readOutput?(text: string, start: number, end: number): boolean;
  /** All builds of the log, in their order; called once, after the last line. */
  finish(): BuildRecord[];
}
