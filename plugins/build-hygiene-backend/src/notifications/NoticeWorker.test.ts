/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from '../database/__testUtils__/stores';
import { createNoticeWorker } from './createNoticeWorker';
import { readNotificationsConfig } from './readNotificationsConfig';

const now = new Date('2026-11-18T12:00:00.000Z');
const longAgo = new Date('2026-11-01T12:00:00.000Z');

jest.setTimeout(60_000);

describe('NoticeWorker', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function setUp() {
    const stores = await openStores(databases, 'SQLITE_3');
    const { services, waivers } = stores;
    await services.upsertSelection([
      selected('a', { owner: 'group:default/one' }),
      selected('b', { owner: 'user:default/two' }),
      selected('ownerless'),
    ]);
    const send = jest.fn(async (_: NotificationSendOptions) => {});
    const worker = createNoticeWorker({
      ...stores,
      config: readNotificationsConfig(mockServices.rootConfig()),
      logger: mockServices.logger.mock(),
      notifications: { send },
      rules: { rulesetVersion: '1', rules: [] },
    })!;
    const scores = async (score: number) => {
      for (const name of ['a', 'b', 'ownerless']) {
        await services.saveScan({
          entityRef: refOf(name),
          commit: undefined,
          rulesetVersion: '1',
          report: reportOf(score),
          matrix,
          status: 'scanned',
          nextScanAt: now.toISOString(),
          now: score === 92 ? longAgo : now,
        });
      }
    };
    const { signal } = new AbortController();
    return {
      worker,
      send,
      sent: () =>
        send.mock.calls.map(([{ recipients, payload }]) => [
          recipients.type === 'entity' && recipients.entityRef,
          payload.topic,
        ]),
      scores,
      waivers,
      tellChanges: () => worker.tellChanges(signal, { now }),
      tellDigests: (at = now) => worker.tellDigests(signal, { now: at }),
    };
  }

  const waiver = {
    entityRef: refOf('a'),
    rule: 'image/root',
    severity: 'medium' as const,
    reason: 'For now',
    until: '2026-11-20',
    requestedBy: 'user:default/amelia',
    needsApproval: false,
  };

  it('tells each owner once', async () => {
    const { scores, sent, tellChanges, tellDigests, waivers } = await setUp();
    await waivers.create(waiver, { now: longAgo });
    await scores(92);
    await tellChanges();
    await scores(41);
    await tellChanges();
    await tellDigests();
    const told = [
      ['group:default/one', 'waiver-ends'],
      ['group:default/one', 'score-fell'],
      ['user:default/two', 'score-fell'],
      ['group:default/one', 'weekly-digest'],
      ['user:default/two', 'weekly-digest'],
    ];
    expect(sent()).toEqual(told);
    await tellChanges();
    await tellDigests();
    // The Sunday of the same week, and the next Monday.
    await tellDigests(new Date('2026-11-22T23:00:00.000Z'));
    expect(sent()).toEqual(told);
    await tellDigests(new Date('2026-11-23T00:00:00.000Z'));
    expect(sent()).toHaveLength(7);
  });

  it('tries again what could not be sent', async () => {
    const { scores, send, sent, tellChanges } = await setUp();
    await scores(92);
    await tellChanges();
    await scores(41);
    send.mockRejectedValueOnce(new Error('Request failed with status 503'));
    await expect(tellChanges()).rejects.toThrow('503');
    await tellChanges();
    expect(sent()).toEqual([
      ['group:default/one', 'score-fell'],
      ['group:default/one', 'score-fell'],
      ['user:default/two', 'score-fell'],
    ]);
  });

  it('is silent where notifications are not installed, and tells no old news later', async () => {
    const { scores, send, tellChanges, tellDigests, waivers } = await setUp();
    await scores(92);
    await waivers.create(waiver, { now: longAgo });
    send.mockRejectedValue(
      new Error('Failed to send: Error: Request failed with status 404'),
    );
    await tellChanges();
    await scores(41);
    await tellChanges();
    await tellDigests();
    expect(send).toHaveBeenCalled();
    send.mockClear().mockResolvedValue(undefined);
    await tellChanges();
    // Of the waiver there still is something to be told.
    expect(send.mock.calls.map(([{ payload }]) => payload.topic)).toEqual([
      'waiver-ends',
    ]);
  });

  it('stops when it is told to', async () => {
    const { scores, send, tellChanges, worker } = await setUp();
    await scores(92);
    await tellChanges();
    await scores(41);
    const controller = new AbortController();
    send.mockImplementation(async () => controller.abort());
    await worker.tellChanges(controller.signal, { now });
    await worker.tellDigests(controller.signal, { now });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('readNotificationsConfig', () => {
  const read = (notifications: object) =>
    readNotificationsConfig(
      mockServices.rootConfig({ data: { buildHygiene: { notifications } } }),
    );

  it('has defaults, and can be turned off', () => {
    expect(read({})).toMatchObject({ regressionPoints: 5, waiverDays: 7 });
    expect(read({ enabled: false })).toBeUndefined();
  });

  it.each(['regressionPoints', 'waiverDays'])('wants a count for %s', key => {
    expect(() => read({ [key]: 0 })).toThrow(
      `buildHygiene.notifications.${key} must be a positive integer`,
    );
  });
});
