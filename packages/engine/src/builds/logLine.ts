/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** One line of a log without its decoration. */
export interface LogLine {
  text: string;
  /** Milliseconds since the epoch (or since midnight), where the CI told it. */
  time?: number;
}
