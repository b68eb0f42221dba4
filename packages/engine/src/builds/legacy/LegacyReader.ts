/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { instructionWords } from '../instructionWords';
import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { BuildRecord } from '../types';
import { LegacyBuild } from './LegacyBuild';

// Older versions do not print the count, and the oldest begin at 0.
const heading = new RegExp(
  `^Step (\\d{1,5})(?:/(\\d{1,5}) ?| ): ((?:${instructionWords})(?:\\s.*)?)$`,
  'i',
);
const context = /^Sending build context to Docker daemon\b/;
const mostBuilds = 1000;

/**
 * Reads what Docker's builder before BuildKit prints.
 * https://github.com/moby/moby/blob/v20.10.24/builder/dockerfile/builder.go
 */
export class LegacyReader implements LogReader {
  readonly #mostSteps: number;
  readonly #records: BuildRecord[] = [];
  #build: LegacyBuild;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
    this.#build = new LegacyBuild(mostSteps);
  }

  readLine(line: LogLine) {
    const match = heading.exec(line.text);
    const number = Number(match?.[1]);
    const total = match?.[2] === undefined ? undefined : Number(match[2]);
    if (!match || !this.#build.accepts(number, total)) {
      if (context.test(line.text) && !this.#build.isEmpty) {
        this.#startNext();
      }
      this.#build.readText(line);
      return;
    }
    if (this.#build.isOther(number, total)) {
      this.#startNext();
    }
    this.#build.readHeading({ number, total, text: match[3] }, line);
  }

  finish(): BuildRecord[] {
    if (this.#records.length === 0 || !this.#build.isEmpty) {
      this.#records.push(this.#build.finish());
    }
    return this.#records;
  }

  #startNext() {
    if (this.#records.length < mostBuilds) {
      this.#records.push(this.#build.finish());
      this.#build = new LegacyBuild(this.#mostSteps);
    }
  }
}
