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
  /** All builds of the log, in their order; called once, after the last line. */
  finish(): BuildRecord[];
}
