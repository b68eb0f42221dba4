/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { GithubRun } from '../api';

const cursorSchema = z.object({
  /** Runs that were created before this day are done with. */
  since: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** The runs since then that are done with: their last attempt, and their day. */
  seen: z.record(z.tuple([z.number(), z.string()])),
  /** The pages of the last list that was done with, for conditional requests. */
  pages: z.array(z.object({ url: z.string(), etag: z.string().optional() })),
  /** The run that was begun last and not ended, and how often. */
  begun: z.object({ run: z.string(), times: z.number() }).optional(),
});

type State = z.output<typeof cursorSchema>;

/** A page of the list of runs, as it was last answered. */
export type ListedPage = State['pages'][number];

const day = 24 * 60 * 60_000;

/**
 * Runs are listed by when they were created, and turn up once they are done, or
 * done again: so long after they were created is looked back.
 */
const lookBack = day;

/** How often a run is begun before it is passed over. */
const mostTimes = 3;

const nameOf = (run: GithubRun) => `${run.id}/${run.run_attempt}`;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** How far the pulling of a repository has come. */
export class RunCursor {
  #state: State;

  /** Starts anew where there is no cursor, or one of another version. */
  static create(options: {
    stored: JsonObject | undefined;
    now: Date;
    maxAgeMilliseconds: number;
  }): RunCursor {
    const { stored, now, maxAgeMilliseconds } = options;
    const earliest = dayOf(now.getTime() - maxAgeMilliseconds);
    const result = cursorSchema.safeParse(stored);
    if (!result.success) {
      return new RunCursor({ since: earliest, seen: {}, pages: [] });
    }
    const state = result.data;
    return state.since < earliest
      ? new RunCursor({ ...state, since: earliest, pages: [] })
      : new RunCursor(state);
  }

  private constructor(state: State) {
    this.#state = state;
  }

  /** The first day whose runs are listed. */
  get since(): string {
    return this.#state.since;
  }

  /** Empty while runs of the last list are left. */
  get pages(): readonly ListedPage[] {
    return this.#state.pages;
  }

  /** The last attempt of a run that is done with; 0 before the first. */
  attemptOf(run: GithubRun): number {
    return this.#state.seen[run.id]?.[0] ?? 0;
  }

  /** Notes that a run is done with. */
  finish(run: GithubRun): void {
    this.#state.seen[run.id] = [run.run_attempt, run.created_at.slice(0, 10)];
    this.#state.pages = [];
    this.#state.begun = undefined;
  }

  /**
   * Notes that a run is begun. A pull that ends in the middle of it, for whatever
   * reason, leaves this behind.
   */
  begin(run: GithubRun): void {
    this.#state.begun = { run: nameOf(run), times: this.#timesOf(run) + 1 };
    this.#state.pages = [];
  }

  /** Notes that a run was put off, which says nothing of the run. */
  putOff(run: GithubRun): void {
    this.#state.begun = { run: nameOf(run), times: this.#timesOf(run) - 1 };
  }

  /** Whether a run was begun so often that it is to be passed over. */
  isHopeless(run: GithubRun): boolean {
    return this.#timesOf(run) >= mostTimes;
  }

  #timesOf(run: GithubRun): number {
    const { begun } = this.#state;
    return begun?.run === nameOf(run) ? begun.times : 0;
  }

  /** Notes that all runs of a list are done with. */
  finishList(pages: ListedPage[]): void {
    const { seen } = this.#state;
    const newest = Object.values(seen).reduce(
      (last, [, created]) => (created > last ? created : last),
      '',
    );
    const since =
      newest === '' ? this.#state.since : dayOf(Date.parse(newest) - lookBack);
    if (since > this.#state.since) {
      this.#state.since = since;
      this.#state.seen = Object.fromEntries(
        Object.entries(seen).filter(([, [, created]]) => created >= since),
      );
    }
    this.#state.pages = pages;
  }

  /** What is stored; the next pull starts from it. */
  toJson(): JsonObject {
    return JSON.parse(JSON.stringify(this.#state));
  }
}
