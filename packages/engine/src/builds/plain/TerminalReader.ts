/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { BuildRecord } from '../types';
import { TerminalBuild } from './TerminalBuild';

const titleLine =
  /^\s{0,4}\[\+\] Building (\d{1,7}(?:\.\d{1,3})?)s \((\d{1,6})\/(\d{1,6})\)(.*)$/;
const mostBuilds = 1000;

/**
 * Best effort for the progress display of terminals, captured to a file: it is
 * redrawn over and over and its names are cut at the width of the terminal. The
 * last drawing of each name wins.
 * https://github.com/moby/buildkit/blob/master/util/progress/progressui/display.go
 */
export class TerminalReader implements LogReader {
  readonly #mostSteps: number;
  readonly #records: BuildRecord[] = [];
  #build: TerminalBuild;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
    this.#build = new TerminalBuild(mostSteps);
  }

  readLine(line: LogLine) {
    const match = titleLine.exec(line.text);
    if (!match) {
      this.#build.readText(line.text);
      return;
    }
    const title = {
      seconds: Number(match[1]),
      finished: Number(match[2]),
      total: Number(match[3]),
      isFinished: /\bFINISHED\b/.test(match[4]),
    };
    if (this.#build.isOther(title) && this.#records.length < mostBuilds) {
      this.#records.push(this.#build.finish());
      this.#build = new TerminalBuild(this.#mostSteps);
    }
    this.#build.readTitle(title);
  }

  finish(): BuildRecord[] {
    this.#records.push(this.#build.finish());
    return this.#records;
  }
}
