/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NoticeStore } from '../database';
import { NoticeWriter } from './NoticeWriter';
import { OwnerNotifier } from './OwnerNotifier';
import { NotificationsConfig } from './readNotificationsConfig';

export interface NoticeWorkerOptions {
  notices: NoticeStore;
  writer: NoticeWriter;
  notifier: OwnerNotifier;
  config: Pick<NotificationsConfig, 'regressionPoints' | 'waiverDays'>;
}

const batch = 100;

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Tells owners what changed for the worse. What was told is stored after it was
 * sent: when this ends in between, the same message is sent again, and its
 * scope replaces the first.
 */
export class NoticeWorker {
  readonly #options: NoticeWorkerOptions;

  static create(options: NoticeWorkerOptions): NoticeWorker {
    return new NoticeWorker(options);
  }

  private constructor(options: NoticeWorkerOptions) {
    this.#options = options;
  }

  /** Scores that fell, and waivers that end soon. */
  async tellChanges(
    signal: AbortSignal,
    options: { now?: Date } = {},
  ): Promise<void> {
    await this.#tellScoreFalls(signal);
    await this.#tellEndingWaivers(signal, options.now ?? new Date());
  }

  /** What each owner's services are like; once a week. */
  async tellDigests(
    signal: AbortSignal,
    options: { now?: Date } = {},
  ): Promise<void> {
    const { notices, notifier, writer } = this.#options;
    const now = options.now ?? new Date();
    const week = mondayOf(now);
    while (!signal.aborted) {
      const owners = await notices.ownersWithoutDigest({ week, limit: batch });
      for (const owner of owners) {
        const digest = await notices.digestOf(owner, { now });
        const payload = digest && writer.digest(digest);
        if (signal.aborted) {
          return;
        }
        if (payload && !(await notifier.send(owner, payload))) {
          return;
        }
        await notices.saveDigest({ owner, week });
      }
      if (owners.length < batch) {
        return;
      }
    }
  }

  async #tellScoreFalls(signal: AbortSignal): Promise<void> {
    const { config, notices, notifier, writer } = this.#options;
    let isInstalled = true;
    while (!signal.aborted) {
      const falls = await notices.scoreFalls({
        points: config.regressionPoints,
        limit: batch,
      });
      for (const fall of falls) {
        if (signal.aborted) {
          return;
        }
        // Without notifications it is settled as well: whoever installs them
        // later is not told what happened long before.
        if (isInstalled && fall.owner) {
          isInstalled = await notifier.send(fall.owner, writer.scoreFall(fall));
        }
        await notices.saveKnownScore(fall.entityRef, fall.after);
      }
      if (falls.length < batch) {
        return;
      }
    }
  }

  async #tellEndingWaivers(signal: AbortSignal, now: Date): Promise<void> {
    const { config, notices, notifier, writer } = this.#options;
    while (!signal.aborted) {
      const waivers = await notices.endingWaivers({
        days: config.waiverDays,
        limit: batch,
        now,
      });
      for (const waiver of waivers) {
        if (
          signal.aborted ||
          !(await notifier.send(waiver.owner, writer.endingWaiver(waiver)))
        ) {
          return;
        }
        await notices.saveWaiverTold(waiver.id, { now });
      }
      if (waivers.length < batch) {
        return;
      }
    }
  }
}

/** The first day of a moment's week, in UTC. */
function mondayOf(now: Date): string {
  const daysSince = (now.getUTCDay() + 6) % 7;
  return new Date(now.getTime() - daysSince * millisecondsPerDay)
    .toISOString()
    .slice(0, 10);
}
