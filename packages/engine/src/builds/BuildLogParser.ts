/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildahReader } from './buildah';
import {
  hasControls,
  LineSplitter,
  splitJsonText,
  stripDecoration,
  TextDecoding,
} from './decoration';
import { ArchiveBytes, HistoryDocuments, readArchive } from './history';
import { readBlockTitle } from './errorBlock';
import { KanikoReader } from './kaniko';
import { LearnedPrefix } from './LearnedPrefix';
import { LegacyReader } from './legacy';
import { LogLine } from './logLine';
import { LogReader } from './logReader';
import { addWarning } from './observedBuild';
import { PlainReader, TerminalReader } from './plain';
import { RawJsonReader } from './rawjson';
import { guessLine, LogDialect, recogniseLine } from './recogniseFormat';
import { BuildLogLimits, BuildLogReading, BuildRecord } from './types';
import { UnreadableReader } from './UnreadableReader';

/** Lines kept for guessing while no format is recognised. */
const mostPending = 2000;

const vertexHeader = /^#\d{1,7} [A-Za-z]/;

const kanikoEntry = /^(?:INFO|DEBU|WARN)\[\d{4,9}\] [A-Z]/;

/** How far before the first line that proves a format an error block begins. */
const mostOfBlock = 5;

function lastOf(builds: BuildRecord[]): BuildLogReading {
  const last = builds[builds.length - 1];
  return builds.length > 1 ? { ...last, builds } : { ...last };
}

/** Reads a log piece by piece; one instance reads one log. */
export class BuildLogParser {
  readonly #limits: BuildLogLimits;
  readonly #archive: ArchiveBytes;
  readonly #documents: HistoryDocuments;
  readonly #decoding = new TextDecoding();
  readonly #splitter: LineSplitter;
  readonly #warnings: string[] = [];
  readonly #prefix = new LearnedPrefix();
  #reader: LogReader | undefined;
  #pending: LogLine[] = [];
  #characters = 0;
  #lines = 0;
  #isFull = false;

  constructor(limits: BuildLogLimits) {
    this.#limits = limits;
    this.#archive = new ArchiveBytes(limits);
    this.#documents = new HistoryDocuments(limits);
    this.#splitter = new LineSplitter(limits);
  }

  /** Whether more input can change the reading. */
  get isFull(): boolean {
    return this.#isFull || this.#archive.isFull;
  }

  push(chunk: string | Uint8Array) {
    if (this.isFull) {
      return;
    }
    const part = typeof chunk === 'string' ? chunk : this.#archive.push(chunk);
    if (part !== undefined) {
      this.#pushText(this.#decoding.decode(part));
    }
  }

  finish(): BuildLogReading {
    const rest = this.#archive.finish();
    if (rest) {
      this.#pushText(this.#decoding.decode(rest));
    }
    const { kind, isFull } = this.#archive;
    if (kind) {
      const content = readArchive(
        kind,
        { bytes: this.#archive.take(), isFull },
        this.#limits,
      );
      if (content.kind === 'builds') {
        return lastOf(content.builds);
      }
      if (content.problem !== undefined) {
        addWarning(this.#warnings, `the packed log ${content.problem}`);
      }
      this.#pushText(this.#decoding.decode(content.bytes));
    }
    return this.#finishText();
  }

  #finishText(): BuildLogReading {
    if (!this.#isFull) {
      this.#pushText(this.#decoding.finish());
    }
    if (!this.#isFull) {
      for (const line of this.#splitter.finish()) {
        this.#readLine(line);
      }
    }
    const reader = this.#reader ?? this.#guess();
    const reading = lastOf(reader.finish());
    if (this.#splitter.cutLines > 0) {
      addWarning(
        this.#warnings,
        `${this.#splitter.cutLines} lines were too long and were cut`,
      );
    }
    const warnings = [...this.#warnings, ...reading.warnings];
    // What was dropped behind a limit may be the rest of the last build.
    return this.#isFull && reading.outcome === 'success'
      ? {
          ...reading,
          warnings,
          outcome: 'incomplete',
          cache: {
            cacheable: reading.cache.cacheable,
            cached: reading.cache.cached,
          },
        }
      : { ...reading, warnings };
  }

  #pushText(text: string) {
    const room = this.#limits.characters - this.#characters;
    this.#characters += text.length;
    const kept = text.length > room ? text.slice(0, room) : text;
    const take = hasControls(kept) ? undefined : this.#takeOutput;
    for (const line of this.#splitter.push(kept, take)) {
      if (this.#lines >= this.#limits.lines) {
        this.#stop(`more than ${this.#limits.lines} lines`);
        return;
      }
      this.#readLine(line);
    }
    if (text.length > room) {
      this.#stop(`longer than ${this.#limits.characters} characters`);
    }
  }

  /** Past the limit a line is not taken, so that it is met where others are. */
  readonly #takeOutput = (text: string, start: number, end: number) => {
    const isTaken =
      this.#lines < this.#limits.lines &&
      this.#reader?.readOutput?.(text, start, end) === true;
    this.#lines += isTaken ? 1 : 0;
    return isTaken;
  };

  #stop(what: string) {
    this.#isFull = true;
    addWarning(this.#warnings, `the log is ${what}: the rest was not read`);
  }

  #readLine(raw: string) {
    this.#lines++;
    if (!this.#reader && raw.includes('\\n') && this.#readJsonText(raw)) {
      return;
    }
    this.#readBareLine(this.#prefix.strip(stripDecoration(raw)));
  }

  /** Whether the line is a log of its own, as an answer of an API holds one. */
  #readJsonText(raw: string): boolean {
    const lines = splitJsonText(raw).map(stripDecoration);
    const isLog = lines.some(
      ({ text }) => recogniseLine(text) ?? guessLine(text),
    );
    if (!isLog || recogniseLine(raw) || this.#documents.hasAny) {
      return false;
    }
    for (const line of lines) {
      this.#readBareLine(this.#prefix.strip(line));
    }
    return true;
  }

  #readBareLine(line: LogLine) {
    if (this.#reader) {
      this.#reader.readLine(line);
      return;
    }
    if (this.#prefix.learn(line.text)) {
      this.#pending.push(line);
      this.#readPendingAgain();
      return;
    }
    const dialect = recogniseLine(line.text);
    // Kaniko is known behind any prefix; its commands' output is not.
    const isPrefixed = dialect === 'kaniko' && this.#prefix.awaits(line.text);
    if (!dialect || isPrefixed) {
      this.#documents.readLine(line);
      if (line.text.trim() !== '') {
        this.#pending.push({ ...line, text: line.text.slice(0, 4000) });
      }
      if (this.#pending.length > mostPending * 2) {
        this.#pending = this.#pending.slice(-mostPending);
      }
      return;
    }
    const reader = this.#createReader(dialect);
    for (const before of this.#findPreamble(dialect)) {
      reader.readLine(before);
    }
    this.#pending = [];
    reader.readLine(line);
    this.#reader = reader;
  }

  #readPendingAgain() {
    const pending = this.#pending;
    this.#pending = [];
    for (const line of pending) {
      this.#readBareLine(this.#prefix.strip(line));
    }
  }

  /**
   * What stood before a build is not part of it, except the brace that opens a
   * JSON object printed over many lines, the context that was sent, and the name
   * of what failed.
   */
  #findPreamble(dialect: LogDialect): LogLine[] {
    switch (dialect) {
      case 'rawjson':
        return this.#pending
          .slice(-1)
          .filter(({ text }) => text.trim() === '{');
      case 'plain':
        // An excerpt that begins with the error block, or with a vertex whose
        // name is not one of the Dockerfile frontend's.
        return this.#pending
          .slice(-mostOfBlock)
          .filter(
            ({ text }) =>
              vertexHeader.test(text) ||
              readBlockTitle(text, { isCertain: false }) !== undefined,
          );
      case 'kaniko': {
        // An excerpt: the entry of an instruction alone proves nothing.
        const first = this.#pending.findIndex(({ text }) =>
          kanikoEntry.test(text),
        );
        return first < 0 ? [] : this.#pending.slice(first);
      }
      case 'legacy':
      case 'buildah':
        return this.#pending.filter(({ text }) =>
          text.startsWith('Sending build context to '),
        );
      default:
        return [];
    }
  }

  #createReader(dialect: LogDialect): LogReader {
    switch (dialect) {
      case 'plain':
        return new PlainReader(this.#limits.steps);
      case 'terminal':
        return new TerminalReader(this.#limits.steps);
      case 'rawjson':
        return new RawJsonReader(this.#limits);
      case 'legacy':
        return new LegacyReader(this.#limits.steps);
      case 'kaniko':
        return new KanikoReader(this.#limits.steps);
      case 'buildah':
        return new BuildahReader(this.#limits.steps);
      default: {
        const unknown: never = dialect;
        throw new Error(`unknown dialect ${unknown}`);
      }
    }
  }

  /** No line proved a format: try the wording of a builder's last line. */
  #guess(): LogReader {
    if (this.#documents.hasAny) {
      return this.#documents;
    }
    if (this.#prefix.believe()) {
      this.#readPendingAgain();
      if (this.#reader) {
        return this.#reader;
      }
    }
    const dialect = this.#pending
      .map(({ text }) => recogniseLine(text) ?? guessLine(text))
      .find(guess => guess !== undefined);
    const reader = dialect
      ? this.#createReader(dialect)
      : new UnreadableReader(
          'unknown',
          this.#pending.length === 0
            ? 'the log is empty'
            : 'no known build log format was found in the text',
        );
    for (const line of this.#pending) {
      reader.readLine(line);
    }
    return reader;
  }
}
