/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { saveFile } from '../ServiceMenu/saveFile';
import { ServicesPage } from './ReportPages';

jest.mock('../ServiceMenu/saveFile');

describe('ExportMenu', () => {
  it('saves all that the filters let through', async () => {
    const api = new FixtureApi();
    const exportServices = jest
      .spyOn(api, 'exportServices')
      .mockResolvedValue('entityRef\r\n');
    renderFixture(<ServicesPage />, {
      api,
      path: '/?grade=F&fleet=go-image:1.23&limit=10',
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Export the list' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'As CSV, for spreadsheets' }),
    );

    await waitFor(() =>
      expect(saveFile).toHaveBeenCalledWith(
        'build-hygiene-services.csv',
        'text/csv',
        'entityRef\r\n',
      ),
    );
    const [[query]] = exportServices.mock.calls;
    expect(query).toMatchObject({
      format: 'csv',
      grade: ['F'],
      fleet: 'go-image:1.23',
      sort: 'score',
    });
    expect(query).not.toHaveProperty('limit');
  });
});
