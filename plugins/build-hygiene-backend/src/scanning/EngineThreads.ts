/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ErrorSentence } from '@build-hygiene/plugin-build-hygiene-common';
import { RepositoryReadError } from '@build-hygiene/plugin-build-hygiene-node';
import { pool, Pool, Promise as PoolPromise } from 'workerpool';
import { Engine } from './Engine';

const script = resolvePackagePath(
  '@build-hygiene/plugin-build-hygiene-backend',
  'threads/engine.js',
);

/** Threads that scanned thousands of Dockerfiles took some 250 MB. */
const MAX_HEAP_MEGABYTES = 2048;

/**
 * The engine in threads of its own, which start when there is work. Repositories
 * are not trusted: one that keeps a thread busy beyond the time limit, or fills
 * its memory, loses the thread, and the portal goes on.
 */
export class EngineThreads implements Engine {
  readonly #pool: Pool;
  readonly #timeoutSeconds: number;

  static create(options: {
    /** How many at most. */
    threads: number;
    /** Time that one piece of work may take. */
    timeoutSeconds: number;
  }): EngineThreads {
    return new EngineThreads(options.threads, options.timeoutSeconds);
  }

  private constructor(threads: number, timeoutSeconds: number) {
    this.#timeoutSeconds = timeoutSeconds;
    this.#pool = pool(script, {
      workerType: 'thread',
      maxWorkers: threads,
      workerThreadOpts: {
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
      },
    });
  }

  scan(...work: Parameters<Engine['scan']>): ReturnType<Engine['scan']> {
    return this.#run('scan', work);
  }

  previewFixes(
    ...work: Parameters<Engine['previewFixes']>
  ): ReturnType<Engine['previewFixes']> {
    return this.#run('previewFixes', work);
  }

  /** Ends all threads at once; what they work on rejects. */
  async end(): Promise<void> {
    await this.#pool.terminate(true);
  }

  async #run(method: keyof Engine, work: unknown[]) {
    try {
      return await this.#pool
        .exec(method, work)
        .timeout(this.#timeoutSeconds * 1000);
    } catch (error) {
      throw error instanceof PoolPromise.TimeoutError
        ? new RepositoryReadError(
            'timeout',
            `The analysis took longer than ${
              this.#timeoutSeconds
            } seconds.` satisfies ErrorSentence,
          )
        : error;
    }
  }
}
