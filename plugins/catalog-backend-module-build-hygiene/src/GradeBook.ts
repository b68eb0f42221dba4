/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import { BuildHygieneApi } from '@build-hygiene/plugin-build-hygiene-common';

const pageSize = 200;

/** How long grades are good for, by what it took to read them. */
const freshMillisecondsPerPage = 20 * 1000;
const mostFreshMilliseconds = 5 * 60 * 1000;

/** After a failure, such as at the start, when nobody answers yet. */
const retryMilliseconds = 15 * 1000;

export interface GradeBookOptions {
  api: Pick<BuildHygieneApi, 'queryServices'>;
  /** For one request; tokens do not last as long as the reading of many. */
  getToken: () => Promise<string>;
  logger: LoggerService;
  /** Milliseconds since some moment. Default: the clock. */
  now?: () => number;
}

/**
 * The grades of all services, read together now and then: the catalog asks for
 * one entity after the other, all the time.
 */
export class GradeBook {
  readonly #options: GradeBookOptions;
  #grades: ReadonlyMap<string, string> | undefined;
  #nextReading = -Infinity;
  #reading: Promise<void> | undefined;

  static create(options: GradeBookOptions): GradeBook {
    return new GradeBook(options);
  }

  private constructor(options: GradeBookOptions) {
    this.#options = options;
  }

  /**
   * All that is known at the moment, by entity reference; undefined before the
   * first reading. Begins a reading where it is time for one, and does not wait
   * for it.
   */
  read(): ReadonlyMap<string, string> | undefined {
    const { now = Date.now } = this.#options;
    if (!this.#reading && now() >= this.#nextReading) {
      this.#reading = this.#refresh().finally(() => {
        this.#reading = undefined;
      });
    }
    return this.#grades;
  }

  /** Resolves once a reading that goes on has ended. */
  async settled(): Promise<void> {
    await this.#reading;
  }

  async #refresh(): Promise<void> {
    const { logger, now = Date.now } = this.#options;
    try {
      const { grades, pages } = await this.#readAll();
      this.#grades = grades;
      this.#nextReading =
        now() +
        Math.min(pages * freshMillisecondsPerPage, mostFreshMilliseconds);
    } catch (error) {
      logger.debug(`Grades of build hygiene could not be read: ${error}`);
      this.#nextReading = now() + retryMilliseconds;
    }
  }

  async #readAll(): Promise<{ grades: Map<string, string>; pages: number }> {
    const { api, getToken } = this.#options;
    const grades = new Map<string, string>();
    let pages = 0;
    let cursor: string | undefined;
    do {
      pages += 1;
      const page = await api.queryServices(
        { status: ['scanned', 'stale'], limit: pageSize, cursor },
        { token: await getToken() },
      );
      for (const { entityRef, grade } of page.items) {
        if (grade) {
          grades.set(entityRef, grade);
        }
      }
      cursor = page.nextCursor;
    } while (cursor);
    return { grades, pages };
  }
}
