/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { BuildRecord } from '../types';
import { OutputLine } from './OutputLine';
import { PlainBuild } from './PlainBuild';

const vertexLine = /^#(\d{1,7}) (.*)$/;
const mostBuilds = 1000;

/**
 * Reads `--progress=plain`. Its printer is
 * https://github.com/moby/buildkit/blob/master/util/progress/progressui/printer.go
 */
export class PlainReader implements LogReader {
  readonly #mostSteps: number;
  readonly #output = new OutputLine();
  readonly #records: BuildRecord[] = [];
  #build: PlainBuild;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
    this.#build = new PlainBuild(mostSteps);
  }

  readLine(line: LogLine) {
    const match = vertexLine.exec(line.text);
    if (!match) {
      this.#build.readText(line);
      return;
    }
    const number = Number(match[1]);
    // Trailing blanks are the console's; the printer writes none.
    const text = match[2].trimEnd();
    if (
      this.#build.isOther(number, text) &&
      this.#records.length < mostBuilds
    ) {
      if (!this.#build.isBootOnly) {
        this.#records.push(this.#build.finish());
      }
      this.#build = new PlainBuild(this.#mostSteps);
    }
    this.#build.readVertexLine(number, text, line);
  }

  readOutput(text: string, start: number, end: number): boolean {
    return (
      this.#output.find(text, start, end) &&
      this.#build.readOutput(text, this.#output)
    );
  }

  finish(): BuildRecord[] {
    if (this.#records.length === 0 || !this.#build.isBootOnly) {
      this.#records.push(this.#build.finish());
    }
    return this.#records;
  }
}
