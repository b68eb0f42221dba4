/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStepDownloads } from './types';

const lowerG = 103;
const hash = 35;

/**
 * Whether a line of output tells of a download of Go's. Every command but
 * `go mod download` announces the modules that it has to fetch, as it starts to:
 * https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/fetch.go
 * With `-x`, all of them tell each request, before it and behind it:
 * https://github.com/golang/go/blob/master/src/cmd/go/internal/web/http.go
 */
export function isDownloadLine(text: string, start: number): boolean {
  switch (text.charCodeAt(start)) {
    case lowerG:
      return text.startsWith('go: downloading ', start);
    case hash:
      return text.startsWith('# get http', start);
    default:
      return false;
  }
}

/** The lines in which one step told of downloads. */
export class DownloadLines {
  #lines = 0;
  #first: number | undefined;
  #last: number | undefined;

  /** Takes a line for which {@link isDownloadLine} holds. */
  add(line: string, seconds: number | undefined) {
    // `# get URL: 200 OK (0.1s)` is the end of a request that was told before.
    const isEnd = line.startsWith('#') && line.includes(': ');
    this.#lines += isEnd ? 0 : 1;
    if (seconds !== undefined) {
      this.#first = Math.min(this.#first ?? seconds, seconds);
      this.#last = Math.max(this.#last ?? seconds, seconds);
    }
  }

  /** Looks at each line of a text that was written at one time. */
  addFrom(text: string, seconds: number | undefined) {
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (isDownloadLine(text, start)) {
        this.add(text.slice(start, end), seconds);
      }
      start = end + 1;
    }
  }

  /** With times counted from the one at which the step started. */
  describe(start: number = 0): BuildStepDownloads {
    const from = (seconds: number) =>
      Number(Math.max(0, seconds - start).toFixed(3));
    return {
      lines: this.#lines,
      ...(this.#first !== undefined && { firstAt: from(this.#first) }),
      ...(this.#last !== undefined && { lastAt: from(this.#last) }),
    };
  }
}
