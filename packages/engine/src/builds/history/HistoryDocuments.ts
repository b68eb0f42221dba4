/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isFields, parseJson } from '../jsonFields';
import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { JsonObjectScanner, JsonPiece } from '../rawjson';
import { BuildRecord } from '../types';
import { UnreadableReader } from '../UnreadableReader';
import { isInspection, readInspection } from './readInspection';
import { isMetadata, readMetadata } from './readMetadata';

const telling =
  /^ {2}"Ref": "[0-9a-z]{25}",$|"(?:NumTotalSteps|NumCompletedSteps|buildx\.build\.(?:ref|provenance|warnings)[^"]{0,100}|containerimage\.(?:digest|config\.digest|descriptor))":/;
const mostBuilds = 500;

/**
 * Finds JSON documents about builds in lines: the output of `buildx history
 * inspect` and metadata files, printed over many lines or in one.
 */
export class HistoryDocuments implements LogReader {
  readonly #scanner: JsonObjectScanner;
  readonly #builds: BuildRecord[] = [];
  #isTold = false;

  constructor(limits: { objectLength: number }) {
    this.#scanner = new JsonObjectScanner(limits.objectLength);
  }

  /** Whether any line was one of such a document. */
  get hasAny(): boolean {
    return this.#isTold;
  }

  readLine(line: LogLine) {
    this.#isTold ||= telling.test(line.text);
    for (const piece of this.#scanner.pushLine(line.text)) {
      this.#readPiece(piece);
    }
  }

  finish(): BuildRecord[] {
    return this.#builds.length > 0
      ? this.#builds
      : new UnreadableReader(
          'buildx-history',
          'the JSON document is cut off or damaged',
        ).finish();
  }

  #readPiece(piece: JsonPiece) {
    if (piece.kind !== 'object' || this.#builds.length >= mostBuilds) {
      return;
    }
    const fields = parseJson(piece.text);
    if (!isFields(fields)) {
      return;
    }
    if (isInspection(fields)) {
      this.#builds.push(readInspection(fields));
    } else if (isMetadata(fields)) {
      this.#builds.push(...readMetadata(fields));
    }
  }
}
