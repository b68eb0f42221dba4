/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProxyEntry } from '@build-hygiene/engine';
import { CachedSource, SourceReply } from './CachedSource';

/** A source failed: what it would have said is not known. */
export class NoAnswer extends Error {}

/** Asks the sources of a list in turn, as the go command does. */
export class ListWalk {
  readonly #entries: readonly ProxyEntry[];
  readonly #sources: ReadonlyMap<string, CachedSource>;
  readonly #signal: AbortSignal;

  constructor(
    entries: readonly ProxyEntry[],
    options: {
      sources: ReadonlyMap<string, CachedSource>;
      signal: AbortSignal;
    },
  ) {
    this.#entries = entries;
    this.#sources = options.sources;
    this.#signal = options.signal;
  }

  /**
   * The text at a path; undefined where no source has it.
   *
   * @throws NoAnswer where a source fails and the list says to stop there
   */
  async get(
    path: string,
    kind: 'version' | 'list',
  ): Promise<string | undefined> {
    let failure: string | undefined;
    for (const { url = '', fallback } of this.#entries) {
      const source = this.#sources.get(url);
      if (!source) {
        // `direct`, `off` or a folder: not for us to ask.
        continue;
      }
      if (this.#signal.aborted) {
        throw new NoAnswer('The time for asking was up.');
      }
      const reply: SourceReply = await source.get(path, {
        signal: this.#signal,
        kind,
      });
      if (reply.state === 'served') {
        return reply.body;
      }
      if (reply.state === 'failed') {
        failure = `${source.name}: ${reply.error.message}`;
        if (fallback !== 'any-error') {
          break;
        }
      }
    }
    if (failure !== undefined) {
      throw new NoAnswer(failure);
    }
    return undefined;
  }
}
