/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import * as yaml from 'yaml';
import { createCheckAction } from './createCheckAction';
import { createFixAction } from './createFixAction';
import { createLocateAction } from './createLocateAction';
import { createVerifyAction } from './createVerifyAction';

const actions = [
  createCheckAction(),
  createFixAction(),
  createLocateAction({ catalog: catalogServiceMock() }),
  createVerifyAction(),
] as const;

describe.each(actions.map(action => [action.id, action] as const))(
  'the examples of %s',
  (id, { examples, schema, supportsDryRun }) => {
    const steps = (examples ?? []).flatMap(
      ({ example }) => yaml.parse(example).steps,
    );

    it('use the inputs that there are', () => {
      const known = Object.keys((schema?.input as any).properties);
      const own = steps.filter(({ action }) => action === id);
      expect(own.length).toBeGreaterThan(0);
      for (const { input } of own) {
        expect(known).toEqual(expect.arrayContaining(Object.keys(input)));
      }
    });

    it('can be tried without effect', () => {
      expect(supportsDryRun).toBe(true);
    });
  },
);
