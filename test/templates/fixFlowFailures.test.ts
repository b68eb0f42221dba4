/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolve } from 'node:path';
import { examplesRoot } from '../examples/annotatedOptions';
import { failed, GitHost, HostedRepository } from '../src/gitHost';
import { component, startFixPortal, token, webHost } from './startFixPortal';

const branch = 'build-hygiene/address-book';

const services = [
  component(
    'address-book',
    `url:https://${webHost}/parcel/address-book/tree/main/`,
  ),
];

// Real git, real tasks.
jest.setTimeout(120_000);

describe('the template that fixes a build, when the host refuses', () => {
  const directory = createMockDirectory();
  let host: GitHost;
  let repository: HostedRepository;

  beforeEach(async () => {
    directory.clear();
    host = await GitHost.start({
      path: directory.resolve('host'),
      token,
      webHost,
    });
    repository = await host.addRepository({
      owner: 'parcel',
      name: 'address-book',
      folder: resolve(examplesRoot, 'go-version-drift'),
    });
  });

  afterEach(() => host.stop());

  it.each([
    ['without a token', {}, '404 Not Found'],
    ['with a token that is not taken', { token: 'another' }, '401'],
  ])('says so %s', async (_, integration, message) => {
    const portal = await startFixPortal({ host, services, integration });
    expect(await portal.fix('address-book')).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(message),
    });
    expect(host.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await portal.stop();
  });

  it('opens the pull request at the next try', async () => {
    const portal = await startFixPortal({ host, services });
    const message = 'Resource not accessible by personal access token';
    host.intercept = async ({ method, path }) =>
      method === 'POST' && path.endsWith('/pulls')
        ? failed(403, message)
        : undefined;
    expect(await portal.fix('address-book')).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(message),
    });
    expect(await repository.git.resolve(branch)).toBeDefined();
    expect(repository.pulls).toEqual([]);

    host.intercept = async () => undefined;
    expect(await portal.fix('address-book')).toMatchObject({
      status: 'completed',
      error: undefined,
    });
    expect(repository.pulls).toMatchObject([{ head: branch, state: 'open' }]);
    await portal.stop();
  });
});
