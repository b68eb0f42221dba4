/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InstructionStep, InstructionSteps } from '../InstructionSteps';
import { LogLine } from '../logLine';
import { addWarning } from '../observedBuild';
import { parseByteSize } from '../parseByteSize';
import { BuildRecord } from '../types';
import { findLegacyError, textBeforeError } from './legacyError';

const context =
  /^Sending build context to Docker daemon\s+(\d[\d.]* ?[kKMGT]?B)\b/;
// A log that was indented when it was pasted has lost the blank.
const using = /^ ?---> Using cache$/;
const running = /(?:^| )---> Running in [0-9a-f]{6,64}$/;
// `FROM scratch` has no id. Output that does not end its line stands before it.
const image = /(?:^| )--->(?: (?:sha256:)?[0-9a-f]{12,64})?$/;
const removed = /^(?: ?---> )?Remov(?:ed|ing) intermediate container /;
// pip says of packages, too, that it built them.
const ended = /^Successfully (?:built (?:sha256:)?[0-9a-f]{12,64}$|tagged \S)/;
const triggers = /^# Executing (\d{1,4}) build triggers?\b/;
const pull =
  /^(?:[0-9a-f]{12}: |\S{1,300}: Pulling from \S|Digest: sha256:|Status: (?:Downloaded|Image))/;
const warning = /^(?: ?---> )?\[Warning\] (.{1,300})/;

/** One build of the legacy builder: one step after the other. */
export class LegacyBuild {
  readonly #steps: InstructionSteps;
  #stage: number | undefined;
  #number: number | undefined;
  #total: number | undefined;
  #isRunning = false;
  /** Triggers of the base image, which count from 1 on their own. */
  #triggers = 0;
  #failed: InstructionStep | undefined;

  constructor(mostSteps: number) {
    this.#steps = new InstructionSteps(mostSteps);
  }

  get isEmpty(): boolean {
    return this.#steps.isEmpty && this.#steps.ending.finalError === undefined;
  }

  /** Whether it can be a heading, not output of a command that runs. */
  accepts(number: number, total: number | undefined): boolean {
    return (
      !this.#isRunning ||
      number <= 1 ||
      (number === (this.#number ?? 0) + 1 && total === this.#total)
    );
  }

  /** Whether a step of this number can only be another build's. */
  isOther(number: number, total: number | undefined): boolean {
    if (this.#number === undefined) {
      return this.#steps.ending.finalError !== undefined;
    }
    if (this.#triggers > 0) {
      return false;
    }
    return (
      this.#steps.ending.ended ||
      number <= this.#number ||
      total !== this.#total
    );
  }

  readHeading(
    heading: { number: number; total: number | undefined; text: string },
    line: LogLine,
  ) {
    this.#clearFailure();
    this.#endCurrent(line.time);
    this.#isRunning = false;
    if (this.#triggers > 0) {
      this.#triggers--;
      this.#steps.begin(
        {
          id: `Step ${this.#number} trigger`,
          text: heading.text,
          stage: this.#stage,
          index: this.#number ?? heading.number,
        },
        line.time,
      );
      return;
    }
    this.#number = heading.number;
    this.#total = heading.total;
    if (/^FROM\s/i.test(heading.text)) {
      this.#stage = this.#stage === undefined ? 0 : this.#stage + 1;
    }
    const step = this.#steps.begin(
      {
        id: `Step ${heading.number}`,
        text: heading.text,
        stage: this.#stage,
        index: heading.number,
        total: heading.total,
      },
      line.time,
    );
    if (this.#stage === undefined && step.instruction === 'ARG') {
      // Before FROM it is only read: no container, no image.
      step.isUncacheable = true;
    }
  }

  readText(line: LogLine) {
    const text = line.text.trimEnd();
    if (this.#readProgress(text, line.time)) {
      return;
    }
    const { ending, current } = this.#steps;
    if (ending.ended && ending.push.readLine(text)) {
      return;
    }
    const error = findLegacyError(text, { isRunning: this.#isRunning });
    if (error !== undefined) {
      const output = textBeforeError(text, error);
      if (output !== '') {
        this.#steps.write(output, current);
      }
      this.#readError(error, line.time);
      return;
    }
    const hint = warning.exec(text);
    if (hint) {
      addWarning(ending.warnings, hint[1]);
      return;
    }
    if (pull.test(text) && current?.instruction === 'FROM') {
      return;
    }
    this.#steps.write(
      text,
      current && current.instruction !== 'FROM' ? current : undefined,
    );
  }

  finish(): BuildRecord {
    if (this.#steps.ending.ended) {
      this.#steps.endAll();
    }
    return this.#steps.assemble('legacy');
  }

  #readProgress(text: string, time: number | undefined): boolean {
    const { current, ending } = this.#steps;
    const size = context.exec(text);
    if (size) {
      const transfer = this.#steps.addOther('load build context');
      transfer.contextBytes = parseByteSize(size[1]) ?? transfer.contextBytes;
      transfer.finished = true;
      this.#steps.stamp(time);
      return true;
    }
    if (ended.test(text)) {
      this.#endCurrent(time);
      this.#steps.stamp(time);
      ending.ended = true;
      return true;
    }
    const trigger = triggers.exec(text);
    if (trigger && current?.instruction === 'FROM') {
      this.#triggers = Number(trigger[1]);
      return true;
    }
    if (removed.test(text)) {
      return true;
    }
    if (!text.includes('--->')) {
      return false;
    }
    if (using.test(text)) {
      if (current && current.instruction !== 'FROM') {
        current.cached = true;
      }
      return true;
    }
    if (running.test(text)) {
      this.#isRunning = true;
      return true;
    }
    if (image.test(text)) {
      this.#readImage(time);
      return true;
    }
    return false;
  }

  /** The image that a step made. */
  #readImage(time: number | undefined) {
    this.#isRunning = false;
    this.#clearFailure();
    this.#endCurrent(time);
    // Newer builders do not number triggers.
    this.#triggers = 0;
  }

  #readError(error: string, time: number | undefined) {
    const { current, ending } = this.#steps;
    if (ending.ended) {
      return;
    }
    // What repeats the first error is a wrapper: Compose, make.
    ending.finalError ??= error.slice(0, 4000);
    if (current && !/^Build cancell?ed/.test(error)) {
      this.#failed = current;
      this.#steps.fail(current, error, time);
    }
  }

  /** The build went on: what looked like an error was a command's output. */
  #clearFailure() {
    if (this.#failed) {
      this.#steps.resume(this.#failed);
      this.#failed = undefined;
      this.#steps.ending.finalError = undefined;
    }
  }

  #endCurrent(time: number | undefined) {
    const { current } = this.#steps;
    if (current) {
      this.#steps.end(current, time);
    }
  }
}
