/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { assembleBuild } from './assembleBuild';
import {
  addWarning,
  createEnding,
  createVertex,
  ObservedEnding,
  ObservedVertex,
} from './observedBuild';
import { readJobEnding } from './readJobEnding';
import { BuildLogFormat, BuildRecord } from './types';
import { VertexName } from './vertexName';

/** How a builder that goes through a Dockerfile line by line names a step. */
export interface InstructionHeading {
  /** As the log numbers it. */
  id: string;
  /** `RUN go build ./...` */
  text: string;
  /** Which stage of the log, from 0; undefined before the first FROM. */
  stage?: number;
  index: number;
  total?: number;
  platform?: string;
}

export interface InstructionStep extends ObservedVertex {
  heading: InstructionHeading;
  instruction: string;
  /** Milliseconds on whatever clock the log has. */
  openedAt?: number;
}

const firstWord = /^([A-Za-z]{2,20})(?=\s|$)/;
const stageName = /\sAS\s+(\S{1,200})\s*$/i;
const mostOthers = 100;
const day = 24 * 3600 * 1000;

/** A clock without date starts again at midnight. */
function elapsedSeconds(from: number, to: number): number | undefined {
  const passed = to < from && from < day ? to + day - from : to - from;
  return passed >= 0 ? passed / 1000 : undefined;
}

/**
 * The steps of one build by a builder that logs each instruction of a
 * Dockerfile: the legacy builder, Buildah, Kaniko.
 */
export class InstructionSteps {
  readonly ending: ObservedEnding = createEnding();
  readonly #steps: InstructionStep[] = [];
  readonly #others: ObservedVertex[] = [];
  readonly #stageNames = new Map<number, string>();
  readonly #mostSteps: number;
  readonly #open: InstructionStep[] = [];
  #firstTime: number | undefined;
  #lastTime: number | undefined;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  get all(): readonly InstructionStep[] {
    return this.#steps;
  }

  /** Steps that have begun and not ended, oldest first. */
  get open(): readonly InstructionStep[] {
    return this.#open;
  }

  /** The step that was announced last, of those that have not ended. */
  get current(): InstructionStep | undefined {
    return this.#open[this.#open.length - 1];
  }

  /** Takes note of when a line of the builder itself was written. */
  stamp(time: number | undefined) {
    // It was a command's output, not the end of the job.
    this.ending.job = undefined;
    if (time !== undefined) {
      this.#firstTime ??= time;
      this.#lastTime = time;
    }
  }

  begin(heading: InstructionHeading, time?: number): InstructionStep {
    this.stamp(time);
    const text = heading.text.trim();
    const step: InstructionStep = {
      ...createVertex(heading.id, text),
      heading,
      instruction: instructionOf(text),
      started: true,
      openedAt: time,
    };
    if (heading.stage !== undefined && step.instruction === 'FROM') {
      const name = stageName.exec(text)?.[1];
      if (name) {
        this.nameStage(heading.stage, name);
      }
    }
    if (this.#steps.length >= this.#mostSteps) {
      addWarning(
        this.ending.warnings,
        `only the first ${this.#mostSteps} steps were read`,
      );
      return step;
    }
    this.#steps.push(step);
    this.#open.push(step);
    return step;
  }

  /** Dockerfiles do not tell the case of stage names apart. */
  nameStage(stage: number, name: string) {
    this.#stageNames.set(stage, name.toLowerCase());
  }

  end(step: InstructionStep, time?: number) {
    this.stamp(time);
    const place = this.#open.lastIndexOf(step);
    if (place >= 0) {
      this.#open.splice(place, 1);
    }
    step.finished = true;
    if (time !== undefined && step.openedAt !== undefined) {
      step.seconds = elapsedSeconds(step.openedAt, time);
    }
  }

  endAll(time?: number) {
    for (const step of [...this.#open]) {
      this.end(step, time);
    }
  }

  fail(step: InstructionStep, error: string, time?: number) {
    this.end(step, time);
    step.error = error.slice(0, 4000);
  }

  /** The step went on: what looked like its error was none. */
  resume(step: InstructionStep) {
    step.error = undefined;
    step.finished = false;
    if (!this.#open.includes(step) && this.#steps.includes(step)) {
      this.#open.push(step);
    }
  }

  /** Something the builder did that is no instruction. */
  addOther(name: string): ObservedVertex {
    const known = this.#others.find(other => other.name === name);
    if (known) {
      return known;
    }
    const vertex = { ...createVertex(name, name), started: true };
    if (this.#others.length < mostOthers) {
      this.#others.push(vertex);
    }
    return vertex;
  }

  /** A line of output, which belongs to the step if one is known. */
  write(text: string, step: InstructionStep | undefined) {
    const job = readJobEnding(text);
    if (job) {
      this.ending.job = job;
    } else if (step) {
      step.lines.push(text);
      this.ending.lastWords = step;
    } else if (text.trim() !== '') {
      this.ending.loose.push(text);
    }
  }

  assemble(format: BuildLogFormat): BuildRecord {
    if (this.ending.ended) {
      for (const other of this.#others) {
        other.finished ||= other.error === undefined;
      }
    }
    const stages = new Set(this.#steps.map(({ heading }) => heading.stage));
    stages.delete(undefined);
    for (const step of this.#steps) {
      step.parsed = this.#describe(step, stages.size > 1);
      step.name = nameOf(step.name, step.parsed);
      if (step.cached) {
        step.transferSeconds = step.seconds;
      }
      if (step.openedAt !== undefined && this.#firstTime !== undefined) {
        step.startedAt = elapsedSeconds(this.#firstTime, step.openedAt);
      }
    }
    return assembleBuild({
      format,
      vertices: [...this.#others, ...this.#steps],
      ending: this.ending,
      seconds:
        this.#firstTime !== undefined && this.#lastTime !== undefined
          ? elapsedSeconds(this.#firstTime, this.#lastTime)
          : undefined,
      saysWhenDone: true,
    });
  }

  #describe(step: InstructionStep, hasStages: boolean): VertexName {
    const { heading, instruction } = step;
    const parsed: VertexName = {
      role: instruction === 'FROM' ? 'from' : 'step',
      index: heading.index,
      instruction,
    };
    if (heading.total !== undefined) {
      parsed.total = heading.total;
    }
    if (heading.platform !== undefined) {
      parsed.platform = heading.platform;
    }
    if (heading.stage !== undefined) {
      const stage =
        this.#stageNames.get(heading.stage) ??
        (hasStages ? `stage-${heading.stage}` : undefined);
      if (stage !== undefined) {
        parsed.stage = stage;
      }
    }
    return parsed;
  }
}

function instructionOf(text: string): string {
  return firstWord.exec(text)?.[1].toUpperCase() ?? '';
}

/** As BuildKit names its steps: `[linux/amd64 build 3/7] RUN go build`. */
function nameOf(text: string, parsed: VertexName): string {
  const place =
    parsed.total === undefined
      ? `${parsed.index}`
      : `${parsed.index}/${parsed.total}`;
  const words = [parsed.platform, parsed.stage, place].filter(
    word => word !== undefined,
  );
  return `[${words.join(' ')}] ${text}`;
}
