/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { LineIndex } from './LineIndex';
import { DockerfileProblem } from './types';

/** Collects the problems of a file. */
export class ProblemList {
  readonly problems: DockerfileProblem[] = [];
  readonly #lines: LineIndex;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  error(code: string, span: Span, message: string): void {
    this.#add('error', code, span, message);
  }

  warning(code: string, span: Span, message: string): void {
    this.#add('warning', code, span, message);
  }

  #add(
    severity: DockerfileProblem['severity'],
    code: string,
    span: Span,
    message: string,
  ): void {
    const line = this.#lines.lineAt(span.start);
    this.problems.push({ severity, line, span, code, message });
  }
}
