/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readBuildHygieneConfig } from './readBuildHygieneConfig';

const day = 24 * 60 * 60;

const retentionOf = (retention?: JsonObject) =>
  readBuildHygieneConfig(
    new ConfigReader(retention && { buildHygiene: { retention } }),
  ).retention;

describe('readBuildHygieneConfig', () => {
  it.each([
    ['by default', undefined, 400, 400],
    ['as it is set', { builds: '91d', history: { years: 2 } }, 91, 730],
  ])('keeps history %s', (_, retention, builds, history) => {
    expect(retentionOf(retention)).toEqual({
      buildsSeconds: builds * day,
      historySeconds: history * day,
    });
  });

  it.each(['builds', 'history'])(
    'refuses to keep %s for less than pages show',
    key => {
      expect(() => retentionOf({ [key]: { days: 90 } })).toThrow(
        `buildHygiene.retention.${key} must be 91 days or more`,
      );
    },
  );
});
