/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildHygieneApiRef } from './api';
import { FixtureApi, fixtureEntities } from './fixtures';
import buildHygienePlugin from './plugin';
import { useRescanMenuItem } from './requests';

// Answers of the real one are kept from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

describe('ways in', () => {
  it('renders search results of its type, and can be searched for alone', () => {
    const item = createExtensionTester(
      buildHygienePlugin.getExtension('search-result-list-item:build-hygiene'),
    ).get(SearchResultListItemBlueprint.dataRefs.item);
    const document = { title: '', text: '', location: '' };
    expect(item.predicate?.({ type: 'build-hygiene', document })).toBe(true);
    expect(item.predicate?.({ type: 'techdocs', document })).toBe(false);
    expect(
      createExtensionTester(
        buildHygienePlugin.getExtension(
          'search-filter-result-type:build-hygiene',
        ),
      ).get(SearchFilterResultTypeBlueprint.dataRefs.resultType),
    ).toMatchObject({ value: 'build-hygiene', name: 'Build hygiene' });
  });

  it('has a widget for home pages', () => {
    expect(
      createExtensionTester(
        buildHygienePlugin.getExtension(
          'home-page-widget:build-hygiene/needs-attention',
        ),
      ).get(HomePageWidgetBlueprint.dataRefs.widget),
    ).toMatchObject({ title: 'My services that need attention' });
  });

  it('has a filter for the list of the catalog', () => {
    expect(
      buildHygienePlugin.getExtension('catalog-filter:build-hygiene/grade'),
    ).toBeDefined();
  });

  it('has a field for forms of templates', async () => {
    const load = createExtensionTester(
      buildHygienePlugin.getExtension(
        'scaffolder-form-field:build-hygiene/fixes',
      ),
    ).get(FormFieldBlueprint.dataRefs.formFieldLoader);
    expect(await load()).toMatchObject({ name: 'BuildHygieneFixes' });
  });

  it('has an item in the menu of services, and of nothing else', () => {
    const filter = createExtensionTester(
      buildHygienePlugin.getExtension(
        'entity-context-menu-item:build-hygiene/rescan',
      ),
    ).get(EntityContextMenuItemBlueprint.dataRefs.filterFunction);
    expect(filter?.(fixtureEntities[0])).toBe(true);
    expect(filter?.({ ...fixtureEntities[0], kind: 'API' })).toBe(false);
  });
});

describe('useRescanMenuItem', () => {
  const post = jest.fn(() => ({ close: () => {} }));

  function Item() {
    const { title, disabled, onClick } = useRescanMenuItem();
    return (
      <button disabled={disabled} onClick={onClick}>
        {title}
      </button>
    );
  }

  function show(allowed: boolean) {
    jest.mocked(usePermission).mockReturnValue({ allowed, loading: false });
    const api = new FixtureApi();
    renderInTestApp(
      <EntityProvider entity={fixtureEntities[0]}>
        <Item />
      </EntityProvider>,
      {
        apis: [
          [buildHygieneApiRef, api],
          [toastApiRef, { post }],
        ],
      },
    );
    return jest.spyOn(api, 'rescan');
  }

  beforeEach(() => post.mockClear());

  it('queues a scan, and says so', async () => {
    const rescan = show(true);
    const item = await screen.findByRole('button', {
      name: 'Rescan build hygiene',
    });
    await userEvent.click(item);
    expect(rescan).toHaveBeenCalledWith('component:default/checkout');
    await waitFor(() =>
      expect(post).toHaveBeenCalledWith(
        expect.objectContaining({ title: 'A scan is queued' }),
      ),
    );
  });

  it('says why none is queued', async () => {
    show(true).mockRejectedValue(new Error('Not now'));
    const item = await screen.findByRole('button');
    await userEvent.click(item);
    await waitFor(() =>
      expect(post).toHaveBeenCalledWith({
        title: 'The scan could not be queued',
        description: 'Not now',
        status: 'danger',
      }),
    );
  });

  it('is disabled for who may not', async () => {
    show(false);
    expect(await screen.findByRole('button')).toBeDisabled();
    expect(usePermission).toHaveBeenCalledWith({
      permission: buildHygieneScanPermission,
      resourceRef: 'component:default/checkout',
    });
  });
});
