/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InstructionStep, InstructionSteps } from '../InstructionSteps';
import { addWarning } from '../observedBuild';
import { BuildRecord } from '../types';
import { KanikoMessage } from './kanikoMessage';
import { KanikoPushes } from './KanikoPushes';
import { LogEntry } from './readLogEntry';

const mostNames = 1000;

/** One build of Kaniko: a stage after the other, a step after the other. */
export class KanikoBuild {
  readonly #steps: InstructionSteps;
  readonly #pushes: KanikoPushes;
  /** Names of stages by their base, in the Dockerfile's order. */
  readonly #names = new Map<string, string[]>();
  /** Steps of the stage that the cache holds, and how often. */
  readonly #hits = new Map<string, number>();
  #stage: number | undefined;
  #index = 0;
  #isStageDue = false;
  /** The first step of the stage that needs files, until it begins. */
  #firstWithFiles: string | undefined;
  #isRunning = false;
  /** --cache-copy-layers */
  #isCopyCached = false;
  #counter = 0;

  constructor(mostSteps: number) {
    this.#steps = new InstructionSteps(mostSteps);
    this.#pushes = new KanikoPushes(this.#steps);
  }

  get isEmpty(): boolean {
    return this.#steps.isEmpty && this.#steps.ending.finalError === undefined;
  }

  /** Whether a command runs, whose output stands between the entries. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether the entry can only be another build's. */
  isOther(entry: LogEntry, { kind }: KanikoMessage): boolean {
    if (
      this.isEmpty ||
      !['name', 'between', 'stage', 'triggers'].includes(kind)
    ) {
      return false;
    }
    const { ending } = this.#steps;
    return (
      ending.ended ||
      ending.finalError !== undefined ||
      (entry.counter !== undefined && entry.counter < this.#counter)
    );
  }

  readMessage(message: KanikoMessage, entry: LogEntry) {
    const { time } = entry;
    const { current, ending } = this.#steps;
    this.#counter = entry.counter ?? this.#counter;
    this.#steps.stamp(time);
    switch (message.kind) {
      case 'name':
        this.#readName(message.base, message.name);
        return;
      case 'triggers':
        this.#isStageDue = true;
        return;
      case 'stage':
        this.#beginStage(message.base, time);
        return;
      case 'unpacking':
        this.#beginDueStage(time);
        this.#firstWithFiles = message.text;
        if (this.#steps.current?.instruction === 'FROM') {
          this.#steps.current.openedAt = time;
        }
        return;
      case 'hit':
        this.#beginDueStage(time);
        this.#isCopyCached ||= /^COPY\s/i.test(message.text);
        if (this.#hits.size < mostNames) {
          this.#hits.set(message.text, (this.#hits.get(message.text) ?? 0) + 1);
        }
        return;
      case 'miss':
        this.#beginDueStage(time);
        this.#isCopyCached ||= /^COPY\s/i.test(message.text);
        return;
      case 'instruction':
        this.#beginDueStage(time);
        this.#beginStep(message.text, time);
        return;
      case 'extracting':
        if (current) {
          current.cached = true;
          this.#isCopyCached ||= current.instruction === 'COPY';
        }
        return;
      case 'running':
        this.#isRunning = true;
        return;
      case 'snapshot':
        this.#isRunning = false;
        return;
      case 'between':
        this.#endStep(time);
        return;
      case 'pushing-layer':
        this.#pushes.announceLayer(message.target);
        return;
      case 'pushing':
        if (this.#pushes.begin(message.target)) {
          this.#endStep(time);
          ending.ended = false;
        }
        return;
      case 'pushed':
        ending.ended ||= this.#pushes.end(message.target);
        return;
      case 'not-pushed':
        this.#endStep(time);
        ending.ended = true;
        return;
      case 'detail':
        return;
      default: {
        const unknown: never = message;
        throw new Error(`unknown message ${unknown}`);
      }
    }
  }

  readWarning(text: string) {
    addWarning(this.#steps.ending.warnings, text.slice(0, 300));
  }

  readOutput(text: string) {
    const { current } = this.#steps;
    this.#steps.write(
      text,
      current?.instruction === 'RUN' ? current : undefined,
    );
  }

  readError(error: string, time: number | undefined) {
    const { ending } = this.#steps;
    if (ending.finalError !== undefined) {
      return;
    }
    this.#isRunning = false;
    ending.finalError = error.slice(0, 4000);
    const push = /^error pushing image/.test(error)
      ? this.#pushes.current
      : undefined;
    if (push) {
      ending.ended = false;
      push.error = ending.finalError;
      return;
    }
    const step = this.#findFailed(error, time);
    if (step) {
      this.#steps.fail(step, error, time);
    }
  }

  finish(): BuildRecord {
    for (const step of this.#steps.all) {
      step.isUncacheable = !(
        step.instruction === 'RUN' ||
        step.instruction === 'FROM' ||
        (step.instruction === 'COPY' && this.#isCopyCached)
      );
    }
    return this.#steps.assemble('kaniko');
  }

  #findFailed(
    error: string,
    time: number | undefined,
  ): InstructionStep | undefined {
    if (!error.includes('error building stage')) {
      return undefined;
    }
    // A step is announced after its files were looked for: the first one that
    // needs files is known from the line before.
    if (
      error.includes('failed to get files used from context') &&
      !error.includes('failed to optimize')
    ) {
      this.#endStep(time);
      return this.#firstWithFiles === undefined
        ? undefined
        : this.#beginStep(this.#firstWithFiles, time);
    }
    return this.#steps.current;
  }

  #readName(base: string, name: string) {
    const names = this.#names.get(base) ?? [];
    if (
      base !== name &&
      names.length < mostNames &&
      this.#names.size < mostNames
    ) {
      names.push(name);
      this.#names.set(base, names);
    }
  }

  /** Before 1.9 only the count of triggers said that a stage begins. */
  #beginDueStage(time: number | undefined) {
    if (this.#isStageDue || this.#stage === undefined) {
      this.#beginStage(undefined, time);
    }
  }

  #beginStage(base: string | undefined, time: number | undefined) {
    this.#endStep(time);
    this.#isStageDue = false;
    this.#hits.clear();
    this.#firstWithFiles = undefined;
    this.#index = 1;
    this.#stage = this.#stage === undefined ? 0 : this.#stage + 1;
    if (base === undefined) {
      return;
    }
    this.#steps.begin(
      {
        id: `stage ${this.#stage}`,
        text: `FROM ${base}`,
        stage: this.#stage,
        index: this.#index,
      },
      time,
    );
    const name = this.#names.get(base)?.shift();
    if (name) {
      this.#steps.nameStage(this.#stage, name);
    }
  }

  #beginStep(text: string, time: number | undefined): InstructionStep {
    this.#endStep(time);
    this.#index++;
    if (text === this.#firstWithFiles) {
      this.#firstWithFiles = undefined;
    }
    const step = this.#steps.begin(
      {
        id: `stage ${this.#stage} step ${this.#index}`,
        text,
        stage: this.#stage,
        index: this.#index,
      },
      time,
    );
    const hits = this.#hits.get(text) ?? 0;
    if (hits > 0) {
      this.#hits.set(text, hits - 1);
      step.cached = true;
    }
    return step;
  }

  #endStep(time: number | undefined) {
    this.#isRunning = false;
    const { current } = this.#steps;
    if (current) {
      this.#steps.end(current, time);
      if (current.instruction === 'FROM') {
        current.transferSeconds = current.seconds;
      }
    }
  }
}
