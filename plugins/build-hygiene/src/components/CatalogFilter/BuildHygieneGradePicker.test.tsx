/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BuildHygieneGradePicker } from './BuildHygieneGradePicker';
import { GradeFilter } from './GradeFilter';

function entityOf(name: string, grade?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(grade && { labels: { 'build-hygiene/grade': grade } }),
    },
  };
}

describe('BuildHygieneGradePicker', () => {
  function show(grades: (string | undefined)[]) {
    const updateFilters = jest.fn();
    const catalog = catalogApiMock({
      entities: grades.map((grade, index) => entityOf(`s${index}`, grade)),
    });
    const getEntityFacets = jest.spyOn(catalog, 'getEntityFacets');
    renderInTestApp(
      <MockEntityListContextProvider value={{ updateFilters }}>
        <BuildHygieneGradePicker />
      </MockEntityListContextProvider>,
      { apis: [[catalogApiRef, catalog]] },
    );
    return { getEntityFacets, updateFilters };
  }

  it('filters by the grades that there are', async () => {
    const { updateFilters } = show(['A', 'F', 'F', undefined]);
    expect(await screen.findByText('Build hygiene grade')).toBeInTheDocument();
    await userEvent.click(
      screen.getByTestId('buildHygieneGrade-picker-expand'),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'A (1)',
      'F (2)',
    ]);
    await userEvent.click(options[1]);
    await waitFor(() =>
      expect(updateFilters).toHaveBeenLastCalledWith({
        buildHygieneGrade: new GradeFilter(['F']),
      }),
    );
  });

  it('is not there where no entity has a grade', async () => {
    const { getEntityFacets } = show([undefined]);
    await waitFor(() => expect(getEntityFacets).toHaveBeenCalled());
    await getEntityFacets.mock.results[0].value;
    expect(screen.queryByText('Build hygiene grade')).toBeNull();
  });
});

describe('GradeFilter', () => {
  it('asks the backend, and agrees with it', () => {
    const filter = new GradeFilter(['D', 'F']);
    expect(filter.getCatalogFilters()).toEqual({
      'metadata.labels.build-hygiene/grade': ['D', 'F'],
    });
    expect(filter.toQueryValue()).toEqual(['D', 'F']);
    expect(filter.filterEntity(entityOf('a', 'F'))).toBe(true);
    expect(filter.filterEntity(entityOf('a', 'A'))).toBe(false);
    expect(filter.filterEntity(entityOf('a'))).toBe(false);
  });
});
