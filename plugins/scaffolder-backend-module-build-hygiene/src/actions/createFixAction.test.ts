/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { orders } from '../__testUtils__/orders';
import { createFixAction } from './createFixAction';

describe('build-hygiene:fix', () => {
  const workspace = createMockDirectory();
  const action = createFixAction();

  async function fix(input: Parameters<typeof action.handler>[0]['input']) {
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input: { path: 'source', ...input },
    });
    await action.handler(context);
    return Object.fromEntries(
      (context.output as jest.Mock).mock.calls as [string, any][],
    );
  }

  const contents = () => workspace.content() as { [folder: string]: any };

  beforeEach(() => workspace.setContent({ source: orders }));

  it('applies the chosen fixes and says what a pull request needs', async () => {
    const output = await fix({ rules: ['image/shell-form'] });
    expect(`${contents().source.Dockerfile}`).toBe(
      orders.Dockerfile.replace('ENTRYPOINT /orders', 'ENTRYPOINT ["/orders"]'),
    );
    expect(output).toMatchObject({
      changed: ['Dockerfile'],
      title: expect.any(String),
      body: expect.stringContaining('`Dockerfile:8`'),
      diff: expect.stringContaining('+ENTRYPOINT ["/orders"]'),
    });
    expect(output.scoreAfter).toBeGreaterThanOrEqual(output.scoreBefore);
  });

  it('copies what changed, and nothing else, for a pull request', async () => {
    const output = await fix({
      rules: ['image/shell-form', 'context/dockerignore-missing'],
      changesPath: './changes',
    });
    expect(output.changed.sort()).toEqual(['.dockerignore', 'Dockerfile']);
    expect(Object.keys(contents().changes).sort()).toEqual(output.changed);
    expect(contents().changes.Dockerfile).toEqual(contents().source.Dockerfile);
  });

  it('applies all fixes where none is chosen', async () => {
    const some = await fix({ rules: ['image/shell-form'] });
    workspace.setContent({ source: orders });
    const all = await fix({});
    expect(all.scoreAfter).toBeGreaterThan(some.scoreAfter);
  });

  it('leaves out what a person has to look at', async () => {
    const { body, changed } = await fix({ safeOnly: true });
    expect(body).not.toContain('Please look at');
    expect(changed).toContain('Dockerfile');
    workspace.setContent({ source: orders });
    expect((await fix({})).body).toContain('Please look at');
  });

  it('takes the diff that was agreed to', async () => {
    const { diff } = await fix({ rules: ['image/shell-form'] });
    workspace.setContent({ source: orders });
    const diffDigest = createHash('sha256').update(diff).digest('hex');
    const output = await fix({ rules: ['image/shell-form'], diffDigest });
    expect(output.diff).toBe(diff);
  });

  it.each([
    [
      'the file has changed',
      { rules: ['image/shell-form'], diffDigest: '0'.repeat(64) },
      'These are not the changes that were looked at',
    ],
    [
      'one of the rules finds nothing any more',
      { rules: ['image/shell-form', 'proxy/sumdb-off'] },
      'there is no fix for proxy/sumdb-off',
    ],
    [
      'there is no such rule',
      { rules: ['image/shell'] },
      'no rule image/shell',
    ],
    [
      'the copies would go elsewhere',
      { rules: ['image/shell-form'], changesPath: '../outside' },
      'Relative path is not allowed',
    ],
  ])('ends the task where %s', async (_, input, message) => {
    await expect(fix(input)).rejects.toThrow(message);
  });

  it('changes nothing where the fixes are refused', async () => {
    const before = contents();
    await expect(
      fix({ rules: ['image/shell-form', 'proxy/sumdb-off'] }),
    ).rejects.toThrow();
    expect(contents()).toEqual(before);
  });

  it('ends the task where there is nothing to fix', async () => {
    await fix({});
    await expect(fix({})).rejects.toThrow('nothing to fix');
  });
});
