/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { ChildProcessWithoutNullStreams } from 'node:child_process';
import { explainGitFailure } from './explainGitFailure';
import { GitObject, Keep, ObjectStream } from './ObjectStream';
import { PATIENCE_SECONDS } from './runGit';
import { startGit } from './startGit';

/** A list that git was asked for, and what it answered so far. */
interface Request {
  ids: readonly string[];
  keep: Keep;
  objects: (GitObject | undefined)[];
  resolve: (objects: (GitObject | undefined)[]) => void;
  reject: (error: unknown) => void;
}

/** How objects are read. */
export interface ObjectReaderOptions {
  /** With their contents, or type and size alone. */
  contents: boolean;
  /** Ends the reading with the signal's reason. */
  signal?: AbortSignal;
  /** Seconds without an answer after which git is taken to hang. */
  patience?: number;
}

/**
 * One `git cat-file` that answers as long as it is asked, as its start costs far
 * more than an answer. Whatever ends it early ends the reading with an error.
 */
export class ObjectReader {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #patience: number;
  #request: Request | undefined;
  #failure: { error: unknown } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(directory: string, options: ObjectReaderOptions) {
    const { contents, signal, patience = PATIENCE_SECONDS } = options;
    this.#patience = patience;
    this.#child = startGit(
      directory,
      ['cat-file', contents ? '--batch' : '--batch-check'],
      { signal },
    );
    const stream = new ObjectStream({
      hasContents: contents,
      keep: object => this.#request?.keep(object) ?? 0,
      onObject: object => this.#answer(object),
    });
    let message = '';
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#timer?.refresh();
      try {
        if (!this.#failure) {
          stream.add(chunk);
        }
      } catch (error) {
        this.#fail(error);
      }
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      message = `${message}${chunk.toString('utf8')}`.slice(0, 2000);
    });
    this.#child.on('error', error =>
      this.#fail(signal?.aborted ? signal.reason : explainGitFailure(error)),
    );
    this.#child.on('close', (status, killedBy) =>
      this.#fail(
        explainGitFailure(
          message.trim() ||
            `git ended with ${
              killedBy ?? `exit status ${status}`
            } while objects were read`,
        ),
      ),
    );
    // Its end is told by 'close', with what git complained about.
    this.#child.stdin.on('error', () => undefined);
  }

  /**
   * Reads objects, in order.
   *
   * @param ids - full ids, or ones that end in `^{tree}`
   * @param keep - how many of the first bytes of each are wanted
   * @throws Error in one line when one is missing, or git cannot go on
   */
  async read(ids: readonly string[], keep: Keep): Promise<GitObject[]> {
    const objects = await this.find(ids, keep);
    return objects.map((object, index) => {
      if (!object) {
        throw new Error(
          `the repository lacks the object ${ids[index]}: it is damaged, or a partial clone; clone it without --filter`,
        );
      }
      return object;
    });
  }

  /** As {@link ObjectReader.read}; undefined for what the repository lacks. */
  async find(
    ids: readonly string[],
    keep: Keep,
  ): Promise<(GitObject | undefined)[]> {
    if (this.#failure) {
      throw this.#failure.error;
    }
    if (this.#request) {
      throw new Error('objects are read one list after another');
    }
    if (ids.length === 0) {
      return [];
    }
    return new Promise((resolve, reject) => {
      this.#request = { ids, keep, objects: [], resolve, reject };
      this.#timer = setTimeout(
        () =>
          this.#fail(
            new Error(`git gives no answer within ${this.#patience} seconds`),
          ),
        this.#patience * 1000,
      );
      this.#child.stdin.write(ids.map(id => `${id}\n`).join(''));
    });
  }

  /** Ends git. Nothing is read any more. */
  close(): void {
    this.#fail(new Error('the reading of objects has ended'));
  }

  #answer(object: GitObject | undefined): void {
    const request = this.#request;
    if (!request) {
      throw new Error('git answers what it was not asked');
    }
    const { ids, objects } = request;
    objects.push(object);
    if (objects.length === ids.length) {
      this.#rest();
      request.resolve(objects);
    }
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#request = undefined;
  }

  #fail(error: unknown): void {
    if (this.#failure) {
      return;
    }
    this.#failure = { error };
    this.#child.kill('SIGKILL');
    const request = this.#request;
    this.#rest();
    request?.reject(error);
  }
}
