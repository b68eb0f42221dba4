/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildHygieneApiRef } from '../../api';
import { FixtureApi, fixtureRef } from '../../fixtures';
import { saveFile } from './saveFile';
import { ServiceMenu } from './ServiceMenu';

jest.mock('./saveFile', () => ({ saveFile: jest.fn() }));

const save = jest.mocked(saveFile);

describe('ServiceMenu', () => {
  const post = jest.fn(() => ({ close: () => {} }));

  beforeEach(() => jest.clearAllMocks());

  async function open(options: { api?: FixtureApi; badges?: boolean } = {}) {
    const { api = new FixtureApi(), badges = false } = options;
    renderInTestApp(<ServiceMenu entityRef={fixtureRef('orders')} />, {
      apis: [
        [buildHygieneApiRef, api],
        [toastApiRef, { post }],
      ],
      config: {
        app: { baseUrl: 'https://backstage.example.com' },
        backend: { baseUrl: 'https://backstage.example.com' },
        buildHygiene: { badges: { public: badges } },
      },
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'More of this service' }),
    );
  }

  it.each([
    [
      'Download report as SARIF',
      'sarif',
      'orders-build-hygiene.sarif',
      'application/sarif+json',
    ],
    [
      'Download report as Markdown',
      'markdown',
      'orders-build-hygiene.md',
      'text/markdown',
    ],
  ])('has %s', async (name, format, file, type) => {
    const api = new FixtureApi();
    const exportReport = jest
      .spyOn(api, 'exportReport')
      .mockResolvedValue('text');
    await open({ api });
    await userEvent.click(screen.getByRole('menuitem', { name }));
    await waitFor(() => expect(save).toHaveBeenCalledWith(file, type, 'text'));
    expect(exportReport).toHaveBeenCalledWith({
      entityRef: 'component:default/orders',
      format,
    });
  });

  it('says why there is no file', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'exportReport').mockRejectedValue(new Error('Too bad'));
    await open({ api });
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Download report as Markdown' }),
    );
    await waitFor(() =>
      expect(post).toHaveBeenCalledWith({
        title: 'The report could not be downloaded',
        description: 'Too bad',
        status: 'danger',
      }),
    );
    expect(save).not.toHaveBeenCalled();
  });

  it('shows the badge and what to write to have it', async () => {
    await open({ badges: true });
    await userEvent.click(screen.getByRole('menuitem', { name: 'Badge…' }));
    const url =
      'https://backstage.example.com/api/build-hygiene/badge/component/default/orders.svg';
    expect(
      await screen.findByRole('img', { name: 'The badge of orders' }),
    ).toHaveAttribute('src', url);
    expect(screen.getByLabelText('Markdown of the badge')).toHaveTextContent(
      `[![Build hygiene](${url})](https://backstage.example.com/catalog/default/component/orders/build-hygiene)`,
    );
  });

  it('has no badge where badges are not public', async () => {
    await open();
    expect(screen.getAllByRole('menuitem')).toHaveLength(2);
  });
});
