/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { orders } from '../__testUtils__/orders';
import { createCheckAction } from './createCheckAction';

describe('build-hygiene:check', () => {
  const workspace = createMockDirectory();
  const action = createCheckAction();

  async function check(input: Parameters<typeof action.handler>[0]['input']) {
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    await action.handler(context);
    return Object.fromEntries(
      (context.output as jest.Mock).mock.calls as [string, unknown][],
    );
  }

  beforeEach(() => workspace.setContent({ source: orders }));

  it('tells score, gate and what is open', async () => {
    const output = await check({ path: './source' });
    expect(output.score).toEqual(expect.any(Number));
    expect(output.grade).toMatch(/^[A-F]$/);
    expect(output.open).toBeGreaterThan(0);
    expect(output.summary).toContain('`image/shell-form`');
  });

  it.each([
    ['the score is too low', { minimumScore: 100 }, /has to be 100/],
    ['the gate fails', { requireGate: true }, /gate does not pass/],
    [
      'there is no such Dockerfile',
      { dockerfiles: ['build/Dockerfile'] },
      /There is no Dockerfile build\/Dockerfile/,
    ],
    ['there is no such folder', { path: 'nowhere' }, /cannot be read/],
    [
      'the folder is outside',
      { path: '../..' },
      /Relative path is not allowed/,
    ],
  ])('ends the task where %s', async (_, input, message) => {
    workspace.addContent({
      'source/Dockerfile': `${orders.Dockerfile}ENV API_TOKEN=7c1e9a4b3d5f80262b6d\n`,
    });
    await expect(check({ path: 'source', ...input })).rejects.toThrow(message);
  });

  it('has no score where there is nothing to build', async () => {
    workspace.setContent({ source: { 'README.md': '# Orders\n' } });
    expect(await check({ path: 'source' })).toMatchObject({
      score: null,
      open: 0,
    });
  });
});
