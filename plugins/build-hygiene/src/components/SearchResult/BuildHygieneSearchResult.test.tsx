/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { BuildHygieneSearchResult } from './BuildHygieneSearchResult';

const result = {
  title: 'Orders',
  text: 'Build hygiene: grade B, score 84.',
  location: '/catalog/default/component/orders/build-hygiene',
  grade: 'B',
};

describe('BuildHygieneSearchResult', () => {
  it('shows the grade and leads to the service', async () => {
    renderInTestApp(<BuildHygieneSearchResult result={result} />);
    expect(await screen.findByRole('link', { name: 'Orders' })).toHaveAttribute(
      'href',
      result.location,
    );
    expect(screen.getByRole('img', { name: 'Grade B' })).toBeInTheDocument();
    expect(screen.getByText(result.text)).toBeInTheDocument();
  });

  it('marks what was searched for', async () => {
    renderInTestApp(
      <BuildHygieneSearchResult
        result={result}
        highlight={{
          preTag: '<x>',
          postTag: '</x>',
          fields: { text: 'Build hygiene: <x>grade</x> B' },
        }}
      />,
    );
    expect((await screen.findByText('grade')).tagName).toBe('MARK');
  });
});
