/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { instructionWords } from '../instructionWords';
import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { BuildRecord } from '../types';
import { BuildahBuild } from './BuildahBuild';

const headingLine = new RegExp(
  `^(?:\\[([a-z][\\w.]{1,20}/[\\w./]{1,40})\\] )?(?:\\[(\\d{1,4})/\\d{1,4}\\] )?STEP (\\d{1,5})(?:/(\\d{1,5}))?: ((?:${instructionWords})(?:\\s.*)?)$`,
  'i',
);
const mostBuilds = 1000;

/**
 * Reads what Buildah prints, and Podman, which builds with it.
 * https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/executor.go
 */
export class BuildahReader implements LogReader {
  readonly #mostSteps: number;
  readonly #records: BuildRecord[] = [];
  #build: BuildahBuild;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
    this.#build = new BuildahBuild(mostSteps);
  }

  readLine(line: LogLine) {
    const match = headingLine.exec(line.text);
    if (!match) {
      this.#build.readText(line);
      return;
    }
    const heading = {
      platform: match[1],
      stage: match[2] === undefined ? undefined : Number(match[2]),
      index: Number(match[3]),
      total: match[4] === undefined ? undefined : Number(match[4]),
      text: match[5],
    };
    if (this.#build.isOther(heading) && this.#records.length < mostBuilds) {
      this.#records.push(this.#build.finish());
      this.#build = new BuildahBuild(this.#mostSteps);
    }
    this.#build.readHeading(heading, line);
  }

  finish(): BuildRecord[] {
    if (this.#records.length === 0 || !this.#build.isEmpty) {
      this.#records.push(this.#build.finish());
    }
    return this.#records;
  }
}
