/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { OwnerMatrixSection } from './OwnerMatrixSection';

describe('OwnerMatrixSection', () => {
  it('leads from a figure to the services of the owner that fail', async () => {
    renderFixture(<OwnerMatrixSection />);
    const table = await screen.findByRole('table', {
      name: 'Owners by category',
    });
    const row = within(table).getByRole('row', { name: /^storefront/ });
    const [cell] = within(row).getAllByRole('link', {
      name: /^storefront, .* fail$/,
    });
    expect(cell).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^\/build-hygiene\/services\?owner=group%3Adefault%2Fstorefront&category=\w+$/,
      ),
    );
    expect(
      within(table).queryByRole('columnheader', { name: 'Platforms' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Next page' }),
    ).not.toBeInTheDocument();
  });

  it('asks for one page, in the order of the address', async () => {
    const api = new FixtureApi();
    const ask = jest.spyOn(api, 'getOwnerMatrix').mockResolvedValue({
      total: 35,
      items: [{ services: 3, categories: [] }],
    });
    renderFixture(<OwnerMatrixSection />, {
      api,
      path: '/?owners=services&ownersPage=2',
    });
    expect(
      await screen.findByText('Page 2 of 4 · 35 owners'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(
      await screen.findByText('Page 3 of 4 · 35 owners'),
    ).toBeInTheDocument();
    expect(ask.mock.calls.map(([query]) => query)).toEqual([
      { sort: 'services', limit: 10, offset: 10 },
      { sort: 'services', limit: 10, offset: 20 },
    ]);
  });
});
