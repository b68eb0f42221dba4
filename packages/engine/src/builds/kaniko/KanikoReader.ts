/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { BuildRecord } from '../types';
import { KanikoBuild } from './KanikoBuild';
import { readKanikoMessage } from './kanikoMessage';
import { LogEntry, readLogEntry } from './readLogEntry';

// https://github.com/GoogleContainerTools/kaniko/blob/v1.24.0/cmd/executor/cmd/root.go
const finalError =
  /^(?:error (?:building image|building stage|pushing image|executing|resolving (?:source context|dockerfile path|relative paths)|changing to root dir)\b|error checking push permissions(?: --|:)(?: |$)|kaniko should only be run inside of a container)/;
const usageError =
  /^Error: (?:error (?:building image|resolving|checking)|you must provide|cache flags invalid|unknown (?:flag|command|shorthand)|invalid argument|if using cache|getting absolute path|please (?:provide|specify))/;
// Behind output that did not end its line, or a name that a tool put before it.
const errorBehind =
  /error building image: error building stage: |error checking push permissions(?: --|:)(?: |$)/;
const crash = /^panic: /;
const mostBuilds = 1000;

/** Reads what Kaniko logs, and the output of the commands that it runs. */
export class KanikoReader implements LogReader {
  readonly #mostSteps: number;
  readonly #records: BuildRecord[] = [];
  #build: KanikoBuild;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
    this.#build = new KanikoBuild(mostSteps);
  }

  readLine(line: LogLine) {
    const entry = readLogEntry(line);
    if (!entry || !this.#readEntry(entry)) {
      this.#readText(line);
    }
  }

  finish(): BuildRecord[] {
    if (this.#records.length === 0 || !this.#build.isEmpty) {
      this.#records.push(this.#build.finish());
    }
    return this.#records;
  }

  /** Whether it is Kaniko's own. */
  #readEntry(entry: LogEntry): boolean {
    const { level, message, before } = entry;
    if (/^(?:fata|fatal|pani|panic)$/.test(level) && !this.#build.isRunning) {
      this.#build.readError(message, entry.time);
      return true;
    }
    const known = readKanikoMessage(message);
    if (!known) {
      const isOwn = !this.#build.isRunning;
      if (isOwn && /^warn/.test(level)) {
        this.#build.readWarning(message);
      }
      return isOwn;
    }
    if (before !== undefined && this.#build.isRunning) {
      this.#build.readOutput(before);
    }
    if (
      this.#build.isOther(entry, known) &&
      this.#records.length < mostBuilds
    ) {
      this.#records.push(this.#build.finish());
      this.#build = new KanikoBuild(this.#mostSteps);
    }
    this.#build.readMessage(known, entry);
    return true;
  }

  #readText(line: LogLine) {
    const text = line.text.trimEnd();
    if (
      finalError.test(text) ||
      usageError.test(text) ||
      (crash.test(text) && !this.#build.isRunning)
    ) {
      this.#build.readError(text, line.time);
      return;
    }
    const behind = text.search(errorBehind);
    if (behind > 0) {
      this.#build.readOutput(text.slice(0, behind));
      this.#build.readError(text.slice(behind), line.time);
      return;
    }
    this.#build.readOutput(text);
  }
}
