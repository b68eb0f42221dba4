/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { EndingWaiver, OwnerDigest, ScoreFall } from '../database';
import { NotificationsConfig } from './readNotificationsConfig';

export interface NoticeWriterOptions {
  config: Pick<NotificationsConfig, 'locationTemplate' | 'reportLocation'>;
  /** What a failed rule is called, by its id. */
  ruleTitles: ReadonlyMap<string, string>;
}

/** Puts into words what an owner is told. */
export class NoticeWriter {
  readonly #options: NoticeWriterOptions;

  static create(options: NoticeWriterOptions): NoticeWriter {
    return new NoticeWriter(options);
  }

  private constructor(options: NoticeWriterOptions) {
    this.#options = options;
  }

  scoreFall(fall: ScoreFall): NotificationPayload {
    const { entityRef, before, after, commit, openRules } = fall;
    const rules = openRules.map(rule => this.#titleOf(rule));
    return {
      title: `Build hygiene of ${nameOf(fall)} fell from ${textOf(
        before,
      )} to ${textOf(after)}`,
      description: sentences(
        commit && `Scanned at commit ${commit.slice(0, 7)}`,
        rules.length > 0 && `To fix first: ${rules.join('; ')}`,
      ),
      link: this.#pageOf(entityRef),
      severity: after.grade === before.grade ? 'normal' : 'high',
      topic: 'score-fell',
      scope: `score-fell:${entityRef}`,
    };
  }

  endingWaiver(waiver: EndingWaiver): NotificationPayload {
    const { id, entityRef, rule, until } = waiver;
    return {
      title: `A waiver of ${nameOf(waiver)} ends after ${until}`,
      description: sentences(
        `It is for: ${this.#titleOf(rule)}`,
        'Fix it, or ask for a new waiver. After that day the rule counts again',
      ),
      link: this.#pageOf(entityRef),
      severity: 'normal',
      topic: 'waiver-ends',
      scope: `waiver-ends:${id}`,
    };
  }

  /** Undefined where there is nothing that the owner could do or enjoy. */
  digest(digest: OwnerDigest): NotificationPayload | undefined {
    const { owner, services, averageScore, failingGate, lowest } = digest;
    const { openCritical, openHigh, risen, fallen } = digest;
    const isQuiet =
      failingGate + openCritical + openHigh + risen + fallen === 0;
    if (isQuiet) {
      return undefined;
    }
    const { name } = parseEntityRef(owner);
    return {
      title: `Build hygiene of ${name} this week: ${Math.round(
        averageScore,
      )} on average`,
      description: sentences(
        `${count(services, 'service')}, of which ${count(
          failingGate,
          'fails',
          'fail',
        )} the gate`,
        `Open: ${openCritical} critical, ${openHigh} high`,
        `Since last week ${risen} rose and ${fallen} fell`,
        lowest.length > 0 &&
          `Lowest: ${lowest
            .map(service => `${nameOf(service)} ${textOf(service)}`)
            .join(', ')}`,
      ),
      link: this.#reportOf(owner),
      severity: 'low',
      topic: 'weekly-digest',
      scope: `weekly-digest:${owner}`,
    };
  }

  #titleOf(rule: string): string {
    return this.#options.ruleTitles.get(rule) ?? rule;
  }

  #pageOf(entityRef: string): string {
    const parts = parseEntityRef(entityRef);
    return this.#options.config.locationTemplate.replace(
      /:(namespace|kind|name)\b/g,
      (_, part: 'namespace' | 'kind' | 'name') =>
        encodeURIComponent(parts[part].toLocaleLowerCase('en-US')),
    );
  }

  #reportOf(owner: string): string {
    const query = new URLSearchParams({ owner, sort: 'score' });
    return `${this.#options.config.reportLocation}?${query}`;
  }
}

function nameOf(service: { entityRef: string; title?: string }): string {
  return service.title ?? parseEntityRef(service.entityRef).name;
}

function textOf({ score, grade }: { score: number; grade: string }): string {
  return `${score} (${grade})`;
}

function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function sentences(...parts: (string | false | undefined)[]): string {
  return parts
    .filter(part => part)
    .map(part => `${part}.`)
    .join(' ');
}
