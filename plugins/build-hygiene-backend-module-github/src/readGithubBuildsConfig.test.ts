/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readGithubBuildsConfig } from './readGithubBuildsConfig';

const read = (builds?: JsonObject) =>
  readGithubBuildsConfig(
    new ConfigReader(builds ? { buildHygiene: { github: { builds } } } : {}),
  );

describe('readGithubBuildsConfig', () => {
  it.each([[undefined], [{}], [{ enabled: false, maxAge: 'x' }]])(
    'is off with %j',
    builds => {
      expect(read(builds)).toBeUndefined();
    },
  );

  it('has defaults', () => {
    expect(read({ enabled: true })).toEqual({
      schedule: {
        frequency: { minutes: 15 },
        timeout: { minutes: 10 },
        initialDelay: { minutes: 1 },
      },
      maxRunsPerRepository: 50,
      maxAgeMilliseconds: 7 * 24 * 3_600_000,
      maxLogBytes: 20971520,
      minimumRemaining: 0.2,
    });
  });

  it('takes what is given', () => {
    expect(
      read({
        enabled: true,
        schedule: { frequency: 'PT1H', timeout: { minutes: 5 } },
        maxRunsPerRepository: 5,
        maxAge: '2 days',
        maxLogBytes: 1000,
        minimumRemaining: 0,
      }),
    ).toEqual({
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
      maxRunsPerRepository: 5,
      maxAgeMilliseconds: 2 * 24 * 3_600_000,
      maxLogBytes: 1000,
      minimumRemaining: 0,
    });
  });

  it.each<[string, JsonObject]>([
    ['maxRunsPerRepository', { maxRunsPerRepository: 0 }],
    ['maxLogBytes', { maxLogBytes: 1.5 }],
    ['maxAge', { maxAge: { seconds: 0 } }],
    ['minimumRemaining', { minimumRemaining: 20 }],
    ['minimumRemaining', { minimumRemaining: -1 }],
    ['timeout', { schedule: { frequency: { minutes: 1 } } }],
  ])('refuses a %s that makes no sense', (name, builds) => {
    expect(() => read({ enabled: true, ...builds })).toThrow(name);
  });
});
