/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readBlockTitle, withoutBlockTime } from './errorBlock';
import { addWarning, createEnding, ObservedEnding } from './observedBuild';
import { readJobEnding } from './readJobEnding';
import { parseVertexName } from './vertexName';

// buildx, docker build, compose and bake, from 20.10 to today; Actions repeats it.
// https://github.com/docker/buildx/blob/master/cmd/buildx/main.go
const finalErrors: readonly RegExp[] = [
  /^(?:ERROR|error|Error): (?:(?:ERROR|error): |buildx (?:bake )?failed with: |bake: |target \S{1,200}: |failed to build: )*failed to (?:solve|receive status|get build result|read dockerfile|build: )/,
  /^ERROR: failed to build: /,
  /^(?:target [^:\s]{1,200}: )?failed to solve(?: with frontend [\w.]+)?: /,
  /^(?:executor failed running \[|failed to receive status: rpc error)/,
  /^(?:ERROR: |Error: )?buildx (?:bake |build |call )?failed with: /,
  /^(?:ERROR: )?Service '[^']{1,200}' failed to build/,
];

// Errors of the client that stand before any step; too common a wording to be
// believed later in a log.
const earlyErrors =
  /^(?:ERROR|error|Error): (?:unable to prepare context|Cannot connect to the Docker daemon|failed to |no builder|invalid |unknown flag|unknown shorthand|listing workers|could not (?:find|parse)|multiple platforms|docker exporter|cache export|bake: |target \S{1,200}: )/;

const blockLine = /^-{6}\s{0,400}$/;
const excerptTitle = /^([^\s:][^:\n]{0,300}):(\d{1,7})$/;
const excerptRule = /^-{20}$/;
const excerptLine = /^\s{0,6}(\d{1,7}) \|\s?(>>>)?\s?(.*)$/;
const lintHead = /^\s?\d{1,6} warnings? found/;
const lintLine = /^ - ([A-Z][A-Za-z]{2,60}: .*)$/;

/**
 * Reads what a builder prints outside of its steps: the error block, the
 * Dockerfile excerpt, warnings and the last word. The same for plain and rawjson
 * logs, since both end in text.
 */
export class EndingReader {
  readonly ending: ObservedEnding = createEnding();
  #isInBlock = false;
  #beforeInBlock = '';
  #excerptPath: string | undefined;
  #excerptRules = 0;
  #isInLint = false;

  /** Whether anything was read that says the build is over. */
  get hasEnded(): boolean {
    return this.ending.ended || this.ending.finalError !== undefined;
  }

  get isInBlock(): boolean {
    return this.#isInBlock;
  }

  readText(text: string, place: { isEarly: boolean }) {
    const { ending } = this;
    if (
      this.#readBlock(text) ||
      this.#readExcerpt(text) ||
      ending.push.readLine(text)
    ) {
      return;
    }
    if (
      finalErrors.some(pattern => pattern.test(text)) ||
      (place.isEarly && earlyErrors.test(text))
    ) {
      // Wrappers repeat the message: the first one is the builder's own.
      ending.finalError ??= text.slice(0, 4000);
      return;
    }
    if (/^WARNING: No output specified/.test(text)) {
      ending.ended = true;
      addWarning(ending.warnings, text.slice('WARNING: '.length, 300));
      return;
    }
    if (/^View build details: /.test(text)) {
      ending.ended = true;
      return;
    }
    if (lintHead.test(text)) {
      this.#isInLint = true;
      ending.ended = true;
      return;
    }
    const lint = this.#isInLint ? lintLine.exec(text) : undefined;
    if (lint) {
      addWarning(ending.warnings, lint[1].slice(0, 300));
      return;
    }
    if (text !== '') {
      this.#isInLint = false;
      ending.job = readJobEnding(text) ?? ending.job;
      ending.loose.push(withoutBlockTime(text));
    }
  }

  /** `------`, ` > [step]:`, the last lines of its log, `------`. */
  #readBlock(text: string): boolean {
    if (blockLine.test(text)) {
      this.#isInBlock = !this.#isInBlock;
      this.#beforeInBlock = '';
      return true;
    }
    const name = readBlockTitle(text, { isCertain: this.#isInBlock });
    if (name !== undefined) {
      this.#isInBlock = true;
      // Its failure does not fail a build, but has a block as well.
      if (parseVertexName(name).role !== 'cache-import') {
        this.ending.failedName ??= name;
      }
      return true;
    }
    if (!this.#isInBlock) {
      return false;
    }
    if (finalErrors.some(pattern => pattern.test(text))) {
      this.#isInBlock = false;
      return false;
    }
    // Of a block whose first rule was cut off, the second looks like the first.
    if (excerptRule.test(text) && this.#readExcerpt(this.#beforeInBlock)) {
      this.#isInBlock = false;
      return false;
    }
    this.#beforeInBlock = text;
    this.ending.loose.push(withoutBlockTime(text));
    return true;
  }

  /** `Dockerfile:7`, a rule, numbered lines with `>>>` at the failing ones, a rule. */
  #readExcerpt(text: string): boolean {
    const title = excerptTitle.exec(text);
    if (title && !/\s/.test(title[1])) {
      this.#excerptPath = title[1];
      this.#excerptRules = 0;
      return true;
    }
    if (this.#excerptPath === undefined) {
      return false;
    }
    if (excerptRule.test(text)) {
      this.#excerptRules++;
      if (this.#excerptRules >= 2) {
        this.#excerptPath = undefined;
      }
      return true;
    }
    if (text.trim() === '') {
      return true;
    }
    const line = this.#excerptRules > 0 ? excerptLine.exec(text) : undefined;
    if (!line) {
      this.#excerptPath = undefined;
      return false;
    }
    if (line[2]) {
      const number = Number(line[1]);
      const { location } = this.ending;
      if (location) {
        location.endLine = number;
      } else {
        this.ending.location = {
          path: this.#excerptPath,
          line: number,
          endLine: number,
        };
      }
      if (this.ending.locationText.length < 50) {
        this.ending.locationText.push(line[3].slice(0, 1000));
      }
    }
    return true;
  }
}
