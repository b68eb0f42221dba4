/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScoreFall } from '../database';
import { NoticeWriter } from './NoticeWriter';

const writer = NoticeWriter.create({
  config: {
    locationTemplate: '/catalog/:namespace/:kind/:name/build-hygiene',
    reportLocation: '/build-hygiene/services',
  },
  ruleTitles: new Map([['image/root', 'The image runs as root']]),
});

const fall: ScoreFall = {
  entityRef: 'component:default/orders',
  owner: 'group:default/team',
  before: { score: 92, grade: 'A' },
  after: { score: 71, grade: 'C' },
  commit: '0123456789abcdef',
  openRules: ['image/root', 'image/unknown'],
};

describe('NoticeWriter', () => {
  it.each<[string, Partial<ScoreFall>, object]>([
    [
      'a lost grade',
      {},
      {
        title: 'Build hygiene of orders fell from 92 (A) to 71 (C)',
        description:
          'Scanned at commit 0123456. To fix first: The image runs as root; image/unknown.',
        link: '/catalog/default/component/orders/build-hygiene',
        severity: 'high',
        topic: 'score-fell',
        scope: 'score-fell:component:default/orders',
      },
    ],
    [
      'points without a grade',
      {
        title: 'Orders & more',
        after: { score: 90, grade: 'A' },
        commit: undefined,
        openRules: [],
      },
      {
        title: 'Build hygiene of Orders & more fell from 92 (A) to 90 (A)',
        description: '',
        severity: 'normal',
      },
    ],
    [
      'an address with characters that paths have to escape',
      { entityRef: 'component:a b/c?d' },
      { link: '/catalog/a%20b/component/c%3Fd/build-hygiene' },
    ],
  ])('tells of %s', (_, change, expected) => {
    expect(writer.scoreFall({ ...fall, ...change })).toMatchObject(expected);
  });

  it('tells of the end of a waiver', () => {
    expect(
      writer.endingWaiver({
        id: 'w1',
        entityRef: 'component:default/orders',
        owner: 'group:default/team',
        rule: 'image/root',
        until: '2026-11-28',
      }),
    ).toEqual({
      title: 'A waiver of orders ends after 2026-11-28',
      description:
        'It is for: The image runs as root. Fix it, or ask for a new waiver. After that day the rule counts again.',
      link: '/catalog/default/component/orders/build-hygiene',
      severity: 'normal',
      topic: 'waiver-ends',
      scope: 'waiver-ends:w1',
    });
  });

  const digest = {
    owner: 'group:default/team',
    services: 1,
    averageScore: 70.5,
    failingGate: 1,
    openCritical: 2,
    openHigh: 0,
    risen: 0,
    fallen: 1,
    lowest: [
      {
        entityRef: 'component:default/orders',
        score: 41,
        grade: 'F' as const,
      },
    ],
  };

  it('adds up the week', () => {
    expect(writer.digest(digest)).toEqual({
      title: 'Build hygiene of team this week: 71 on average',
      description:
        '1 service, of which 1 fails the gate. Open: 2 critical, 0 high. Since last week 0 rose and 1 fell. Lowest: orders 41 (F).',
      link: '/build-hygiene/services?owner=group%3Adefault%2Fteam&sort=score',
      severity: 'low',
      topic: 'weekly-digest',
      scope: 'weekly-digest:group:default/team',
    });
  });

  it('keeps quiet of a week in which nothing happened or is to be done', () => {
    const nothing = { failingGate: 0, openCritical: 0, openHigh: 0, fallen: 0 };
    expect(writer.digest({ ...digest, ...nothing })).toBeUndefined();
    expect(writer.digest({ ...digest, ...nothing, risen: 1 })).toBeDefined();
  });
});
