/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { EndingReader } from '../EndingReader';
import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { addWarning } from '../observedBuild';
import { SolveBuild } from '../solve';
import { BuildRecord } from '../types';
import { JsonObjectScanner, JsonPiece } from './JsonObjectScanner';
import { parseSolveStatus } from './parseSolveStatus';

/** Reads `--progress=rawjson`, and `buildx history logs --progress=rawjson`. */
export class RawJsonReader implements LogReader {
  readonly #scanner: JsonObjectScanner;
  readonly #endings = new EndingReader();
  readonly #build: SolveBuild;
  #broken = 0;

  constructor(limits: { steps: number; objectLength: number }) {
    this.#scanner = new JsonObjectScanner(limits.objectLength);
    this.#build = new SolveBuild({
      ending: this.#endings.ending,
      mostSteps: limits.steps,
    });
  }

  readLine(line: LogLine) {
    for (const piece of this.#scanner.pushLine(line.text)) {
      this.#readPiece(piece);
    }
  }

  finish(): BuildRecord[] {
    for (const piece of this.#scanner.finish()) {
      this.#readPiece(piece);
    }
    if (this.#broken > 0) {
      addWarning(
        this.#endings.ending.warnings,
        `${this.#broken} JSON objects could not be read`,
      );
    }
    return [this.#build.assemble({ format: 'buildkit-rawjson' })];
  }

  #readPiece(piece: JsonPiece) {
    switch (piece.kind) {
      case 'text':
        if (piece.text !== '') {
          this.#endings.readText(piece.text, {
            isEarly: this.#build.size < 4,
          });
        }
        return;
      case 'broken':
        this.#broken++;
        return;
      case 'object': {
        const status = parseSolveStatus(piece.text);
        if (status) {
          this.#build.read(status);
        } else {
          this.#broken++;
        }
        return;
      }
      default: {
        const unknown: never = piece;
        throw new Error(`unknown piece ${unknown}`);
      }
    }
  }
}
