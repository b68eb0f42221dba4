/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { join } from 'node:path';
import { createSnapshot } from '@build-hygiene/engine';
import { EngineThreads } from './EngineThreads';

jest.mock('@backstage/backend-plugin-api', () => ({
  ...jest.requireActual('@backstage/backend-plugin-api'),
  resolvePackagePath: () => join(__dirname, '__testUtils__/thread.js'),
}));

describe('EngineThreads', () => {
  const snapshot = createSnapshot({ files: [['go.mod', 'module a\n']] });
  let engine: EngineThreads;

  afterEach(() => engine.end());

  it('answers with what the thread says', async () => {
    engine = EngineThreads.create({ threads: 1, timeoutSeconds: 60 });

    await expect(engine.scan(snapshot, { root: 'a' })).resolves.toEqual({
      report: { root: 'a' },
    });
    await expect(engine.scan(snapshot, { root: 'broken' })).rejects.toThrow(
      'It cannot be analysed',
    );
  });

  it('ends a thread that takes too long, and goes on with another', async () => {
    engine = EngineThreads.create({ threads: 1, timeoutSeconds: 3 });

    await expect(engine.scan(snapshot, { root: 'busy' })).rejects.toMatchObject(
      {
        code: 'timeout',
        message: 'The analysis took longer than 3 seconds.',
      },
    );
    await expect(engine.scan(snapshot, { root: 'b' })).resolves.toEqual({
      report: { root: 'b' },
    });
  }, 30_000);

  it('rejects what is worked on when it ends', async () => {
    engine = EngineThreads.create({ threads: 1, timeoutSeconds: 60 });

    const [{ status }] = await Promise.allSettled([
      engine.scan(snapshot, { root: 'busy' }),
      engine.end(),
    ]);

    expect(status).toBe('rejected');
  });
});
