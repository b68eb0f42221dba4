/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { render, screen } from '@testing-library/react';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { titleOfCheck } from './titleOfCheck';
import { useRuleTitles } from './useRuleTitles';

const check = {
  rule: 'security/root-user',
  title: 'The image runs as root',
} as const;

function Titles() {
  const titleOf = useRuleTitles();
  return (
    <ul>
      {(['fail', 'partial', 'waived', 'pass', 'pending'] as const).map(
        state => (
          <li key={state}>{titleOfCheck({ ...check, state }, titleOf)}</li>
        ),
      )}
      <li>
        {titleOf('security/of-another-version', 'fail', 'As the server.')}
      </li>
      <li>{titleOf('constructor', 'fail', 'No rule.')}</li>
    </ul>
  );
}

function renderIn(language: string) {
  const api = { getLanguage: () => ({ language }) };
  render(
    <TestApiProvider
      apis={[[appLanguageApiRef, api as typeof appLanguageApiRef.T]]}
    >
      <Titles />
    </TestApiProvider>,
  );
}

function shown(): (string | null)[] {
  return screen.getAllByRole('listitem').map(item => item.textContent);
}

describe('useRuleTitles', () => {
  it.each(['en', 'fr', 'constructor'])(
    'leaves what the server sent in %s',
    async language => {
      renderIn(language);
      // What is loaded for one language is not what another one reads.
      await import('./zhTitles');
      expect(shown()).toEqual([
        ...Array(5).fill('The image runs as root'),
        'As the server.',
        'No rule.',
      ]);
    },
  );

  it('gives the Chinese titles of the rules that it knows', async () => {
    renderIn('zh');
    expect(await screen.findAllByText('镜像以 root 运行')).toHaveLength(3);
    expect(shown()).toEqual([
      ...Array(3).fill('镜像以 root 运行'),
      ...Array(2).fill('镜像不以 root 运行'),
      'As the server.',
      'No rule.',
    ]);
  });
});
