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
import { BuildahError, findBuildahError } from './buildahError';

/** `[linux/arm64] [1/2] STEP 3/7: RUN go build`. */
export interface BuildahHeading {
  platform: string | undefined;
  /** Undefined when the build has one stage, or Buildah is older than 1.22. */
  stage: number | undefined;
  index: number;
  total: number | undefined;
  text: string;
}

const using = /^--> Using cache ([0-9a-f]{11,64})$/;
const image = /^--> ([0-9a-f]{11,64})$/;
const finalId = /^[0-9a-f]{64}$/;
// pip says of packages, too, that it built them.
const tagged = /^Successfully (?:tagged \S|built [0-9a-f]{11,64}$)/;
const commit =
  /^(?:\[([a-z][\w.]{1,20}\/[\w./]{1,40})\] )?(?:\[\d{1,4}\/\d{1,4}\] )?(?:STEP \d{1,5}(?:\/\d{1,5})?: )?COMMIT(?: \S+)?$/;
const cacheTransfer = /^--> (?:Cache pulled from remote|Pushing cache) /;
const pull =
  /^(?:Trying to pull \S|Resolv(?:ed|ing) "|Getting image source signatures|Copying (?:blob|config) |Writing manifest to image destination|Storing signatures)/;
const warning = /^\[Warning\] (.{1,300})/;
const context =
  /^Sending build context to Docker daemon\s+(\d[\d.]* ?[kKMGT]?B)\b/;
// What CI systems write behind a failed command.
const trailer =
  /^(?:make(?:\[\d+\])?: \*\*\* |ERROR: Job failed|Process completed with exit code |Cleaning up |exit status \d|subprocess exited with status \d|ERRO\[\d{4,}\] exit status|time="[^"]{1,60}" level=error msg="exit status)/;

/** Stages, on every platform. */
const mostLanes = 1000;

/**
 * One build of Buildah or Podman. With `--jobs` its stages run at the same time,
 * and only the headings say of which stage they are.
 */
const errorBehind = /Error: (?:error )?building at STEP "/;

export class BuildahBuild {
  readonly #steps: InstructionSteps;
  readonly #lanes = new Map<string, InstructionStep>();
  readonly #cacheIds = new Map<InstructionStep, string>();
  /** Stages whose steps cannot come from the cache any more. */
  readonly #missed = new Set<string>();
  #stage = -1;
  #isCommitting = false;
  /** The platform whose image is committed. */
  #committed: string | undefined;
  #isCertain = false;
  #failed: InstructionStep | undefined;

  constructor(mostSteps: number) {
    this.#steps = new InstructionSteps(mostSteps);
  }

  get isEmpty(): boolean {
    return this.#steps.isEmpty && this.#steps.ending.finalError === undefined;
  }

  /** Whether the heading can only be another build's. */
  isOther(heading: BuildahHeading): boolean {
    const last = this.#lanes.get(laneOf(heading));
    if (this.#isCertain || (last && heading.index <= last.heading.index)) {
      return true;
    }
    // Another platform may begin when one is done.
    const isNextPlatform = heading.platform !== undefined && !last;
    return this.#steps.ending.ended && !isNextPlatform;
  }

  readHeading(heading: BuildahHeading, line: LogLine) {
    this.#clearError();
    this.#steps.ending.ended = false;
    this.#isCommitting = false;
    const lane = laneOf(heading);
    const before = this.#lanes.get(lane);
    if (before) {
      if (!before.finished) {
        this.#steps.end(before, line.time);
      }
      if (before.instruction !== 'FROM' && !before.cached) {
        this.#missed.add(lane);
      }
    } else if (this.#lanes.size < mostLanes) {
      this.#endOtherStages(line.time);
    }
    const step = this.#steps.begin(
      {
        id: `${lane}STEP ${heading.index}`,
        text: heading.text,
        stage: this.#stageOf(heading),
        index: heading.index,
        total: heading.total,
        platform: heading.platform,
      },
      line.time,
    );
    if (before || this.#lanes.size < mostLanes) {
      this.#lanes.set(lane, step);
    }
  }

  readText(line: LogLine) {
    const text = line.text.trimEnd();
    if (this.#readProgress(text, line.time)) {
      return;
    }
    const { ending, current } = this.#steps;
    const hint = warning.exec(text);
    if (hint) {
      addWarning(ending.warnings, hint[1]);
      return;
    }
    if (pull.test(text) && current?.instruction !== 'RUN') {
      return;
    }
    // Output that does not end its line stands before the error.
    const behind = text.search(errorBehind);
    if (behind > 0) {
      this.#write(text.slice(0, behind));
    }
    const error = findBuildahError(text.slice(Math.max(behind, 0)), {
      isRunning: (this.#failed ?? current)?.instruction === 'RUN',
    });
    if (error) {
      this.#readError(error, line.time);
      return;
    }
    if (text !== '' && !this.#isCertain && !trailer.test(text)) {
      // More output: the error was a command's, which goes on.
      this.#clearError();
    }
    this.#write(text);
  }

  finish(): BuildRecord {
    const { ending } = this.#steps;
    if (ending.ended) {
      ending.finalError = undefined;
      this.#steps.endAll();
    }
    return this.#steps.assemble('buildah');
  }

  #readProgress(text: string, time: number | undefined): boolean {
    const { ending } = this.#steps;
    const hit = using.exec(text);
    if (hit) {
      this.#clearError();
      this.#readHit(hit[1]);
      return true;
    }
    const id = image.exec(text)?.[1];
    if (id !== undefined) {
      this.#readImage(id, time);
      return true;
    }
    const committing = commit.exec(text);
    if (committing) {
      this.#isCommitting = true;
      this.#committed = committing[1];
      return true;
    }
    if (tagged.test(text) || (finalId.test(text) && this.#isOver())) {
      this.#clearError();
      this.#steps.endAll(time);
      ending.ended = true;
      return true;
    }
    const size = context.exec(text);
    if (size) {
      const transfer = this.#steps.addOther('load build context');
      transfer.contextBytes = parseByteSize(size[1]) ?? transfer.contextBytes;
      transfer.finished = true;
      return true;
    }
    return cacheTransfer.test(text);
  }

  /** `--> Using cache 1e6a…`, of the step that was announced last. */
  #readHit(id: string) {
    const open = this.#steps.open.filter(
      step => step.instruction !== 'FROM' && !step.cached,
    );
    const likely = open.filter(
      step => !this.#missed.has(step.id.slice(0, step.id.indexOf('STEP'))),
    );
    const step = likely[likely.length - 1] ?? open[open.length - 1];
    if (step) {
      step.cached = true;
      this.#cacheIds.set(step, id);
    }
  }

  /**
   * Without layers nothing is printed when a stage is done but the beginning of
   * the next one.
   */
  #endOtherStages(time: number | undefined) {
    for (const step of this.#lanes.values()) {
      if (!step.finished && step.heading.index === step.heading.total) {
        this.#steps.end(step, time);
      }
    }
  }

  /** `--> 1e6a49553a8`: a step is done, and in the end the image. */
  #readImage(id: string, time: number | undefined) {
    this.#clearError();
    const cached = this.#steps.open.find(step =>
      this.#cacheIds.get(step)?.startsWith(id),
    );
    const working = this.#steps.open.filter(
      step => step.instruction !== 'FROM' && !this.#cacheIds.has(step),
    );
    // Of several stages at once, nothing tells whose image it is: the next
    // heading of each stage will say that its step is done.
    const done = cached ?? (working.length === 1 ? working[0] : undefined);
    if (done) {
      this.#steps.end(done, time);
      this.#cacheIds.delete(done);
    }
    if (this.#isCommitting) {
      this.#isCommitting = false;
      for (const step of [...this.#steps.open]) {
        if (step.heading.platform === this.#committed) {
          this.#steps.end(step);
        }
      }
      this.#steps.ending.ended = this.#steps.open.length === 0;
    }
  }

  /** The full id stands last; a command may print one of its own before. */
  #isOver(): boolean {
    return (
      this.#isCommitting ||
      this.#steps.open.every(({ heading }) => heading.index === heading.total)
    );
  }

  #readError(error: BuildahError, time: number | undefined) {
    const { ending, open } = this.#steps;
    if (ending.ended || this.#isCertain) {
      return;
    }
    this.#clearError();
    ending.finalError = error.message.slice(0, 4000);
    this.#isCertain = error.isCertain;
    const { step } = error;
    const named =
      step === undefined
        ? undefined
        : [...this.#lanes.values()].find(({ name }) => isSame(name, step));
    const bases = open.filter(({ instruction }) => instruction === 'FROM');
    const isBase = /creating build container|initializing source/.test(
      error.message,
    );
    this.#failed =
      named ?? (isBase ? bases[bases.length - 1] : this.#steps.current);
    if (this.#failed) {
      this.#steps.fail(this.#failed, error.message, time);
    }
  }

  /** The build went on: what looked like an error was a command's output. */
  #clearError() {
    const { ending } = this.#steps;
    if (ending.finalError === undefined) {
      return;
    }
    if (this.#failed) {
      this.#failed.lines.push(ending.finalError);
      this.#steps.resume(this.#failed);
    }
    this.#failed = undefined;
    this.#isCertain = false;
    ending.finalError = undefined;
  }

  #write(text: string) {
    const running = this.#steps.open.filter(
      ({ instruction }) => instruction === 'RUN',
    );
    this.#steps.write(
      text,
      running.length === 1 ? running[0] : this.#failed ?? undefined,
    );
  }

  /** Older versions do not number stages: each FROM begins one. */
  #stageOf({ stage, total, text }: BuildahHeading): number {
    if (stage !== undefined || total !== undefined) {
      return (stage ?? 1) - 1;
    }
    if (/^FROM\s/i.test(text)) {
      this.#stage++;
    }
    return Math.max(this.#stage, 0);
  }
}

function laneOf({ platform, stage }: BuildahHeading): string {
  const words = [platform, stage].filter(word => word !== undefined);
  return words.length > 0 ? `[${words.join(' ')}] ` : '';
}

/** The error quotes the instruction with its words set apart by one blank. */
function isSame(left: string, right: string): boolean {
  const plain = (text: string) => text.replace(/[\s\\"]+/g, ' ').trim();
  return plain(left) === plain(right);
}
