/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { readExampleBuilds } from './readExampleBuilds';

describe('readExampleBuilds', () => {
  let folder: string;
  const warn = jest.fn();
  const logger = { warn } as unknown as LoggerService;
  const now = new Date('2026-06-01T12:00:00Z');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'example-builds-'));
    warn.mockReset();
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function write(service: string, manifest: string) {
    mkdirSync(path.join(folder, service));
    writeFileSync(path.join(folder, service, 'builds.json'), manifest);
    writeFileSync(path.join(folder, service, '1.log'), 'one');
  }

  const entry = (startedAt: string, file = '1.log') => ({
    file,
    startedAt,
    runId: startedAt,
    scenario: 'cold',
  });

  it('moves all builds by the same time, the newest to the present', async () => {
    write(
      'a',
      JSON.stringify([
        entry('2026-01-01T00:00:00Z'),
        entry('2026-01-02T00:00:00Z'),
      ]),
    );
    write('b', JSON.stringify([entry('2026-01-01T12:00:00Z')]));
    const builds = await readExampleBuilds({ folder, logger, now });
    expect(
      builds.map(({ entityRef, logs }) => [
        entityRef,
        ...logs.map(({ submission }) => submission.startedAt),
      ]),
    ).toEqual([
      [
        'component:default/a',
        '2026-05-31T11:20:00.000Z',
        '2026-06-01T11:20:00.000Z',
      ],
      ['component:default/b', '2026-05-31T23:20:00.000Z'],
    ]);
    const [{ submission, read }] = builds[0].logs;
    expect(submission).not.toHaveProperty('scenario');
    expect((await read()).toString()).toBe('one');
  });

  it('puts an incident between the builds of its services', async () => {
    write(
      'a',
      JSON.stringify([
        entry('2026-01-01T00:00:00Z'),
        entry('2026-01-03T00:00:00Z'),
      ]),
    );
    const incidentFolder = mkdtempSync(path.join(tmpdir(), 'incident-'));
    writeFileSync(path.join(incidentFolder, 'down.log'), 'down');
    writeFileSync(
      path.join(incidentFolder, 'builds.json'),
      JSON.stringify([
        { ...entry('2026-01-02T00:00:00Z', 'down.log'), service: 'a' },
        { ...entry('2026-01-02T00:10:00Z', 'down.log'), service: 'unknown' },
      ]),
    );
    const [{ logs }, ...others] = await readExampleBuilds({
      folder,
      incidentFolder,
      logger,
      now,
    });
    expect(others).toEqual([]);
    expect(
      await Promise.all(logs.map(async ({ read }) => `${await read()}`)),
    ).toEqual(['one', 'down', 'one']);
    expect(logs[1].submission).toMatchObject({
      entityRef: 'component:default/a',
      startedAt: '2026-05-31T11:20:00.000Z',
    });
    rmSync(incidentFolder, { recursive: true });
  });

  it('passes over what it cannot read', async () => {
    write('a', 'nonsense');
    write('b', JSON.stringify([entry('2026-01-01T00:00:00Z')]));
    const builds = await readExampleBuilds({ folder, logger, now });
    expect(builds.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/b',
    ]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('stays in the folder', async () => {
    write('a', JSON.stringify([entry('2026-01-01T00:00:00Z', '../x.log')]));
    await expect(readExampleBuilds({ folder, logger, now })).rejects.toThrow(
      /outside|not allowed/i,
    );
  });

  it('has nothing to send without examples', async () => {
    await expect(
      readExampleBuilds({ folder: path.join(folder, 'x'), logger, now }),
    ).resolves.toEqual([]);
  });
});
