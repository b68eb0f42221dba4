/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { orders } from '../__testUtils__/orders';
import { createVerifyAction } from './createVerifyAction';

describe('build-hygiene:verify', () => {
  const workspace = createMockDirectory();
  const action = createVerifyAction();

  async function verify(input: Parameters<typeof action.handler>[0]['input']) {
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    await action.handler(context);
    return Object.fromEntries(
      (context.output as jest.Mock).mock.calls as [string, unknown][],
    );
  }

  beforeEach(() => workspace.setContent(orders));

  it('passes where the rules find nothing', async () => {
    expect(
      await verify({ rules: ['proxy/sumdb-off'], minimumScore: 1 }),
    ).toEqual({ score: expect.any(Number) });
  });

  it.each([
    [
      'a rule finds something',
      { rules: ['image/shell-form'] },
      'Still open: image/shell-form at Dockerfile:8',
    ],
    [
      'the score is too low',
      { rules: ['proxy/sumdb-off'], minimumScore: 100 },
      'has to be 100',
    ],
    ['there is no such rule', { rules: ['a/b'] }, 'There is no rule a/b'],
  ])('ends the task where %s', async (_, input, message) => {
    await expect(verify(input)).rejects.toThrow(message);
  });
});
