/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { diagnoseLines } from './diagnosis';
import { ExcerptLines } from './ExcerptLines';
import { LogLine } from './logLine';
import { LogReader } from './logReader';
import { BuildLogFormat, BuildRecord } from './types';

/**
 * Stands in for what is no log: records that are recognised and not read, and
 * text that nobody knows. Says so, and still looks for a known failure in the
 * lines.
 */
export class UnreadableReader implements LogReader {
  readonly #format: BuildLogFormat;
  readonly #reason: string;
  readonly #lines = new ExcerptLines();

  constructor(format: BuildLogFormat, reason: string) {
    this.#format = format;
    this.#reason = reason;
  }

  readLine(line: LogLine) {
    this.#lines.push(line.text);
  }

  finish(): BuildRecord[] {
    return [
      {
        format: this.#format,
        outcome: 'incomplete',
        steps: [],
        cache: { cacheable: 0, cached: 0 },
        failure: diagnoseLines(this.#lines.all()) ?? null,
        warnings: [this.#reason],
      },
    ];
  }
}
