/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import userEvent from '@testing-library/user-event';
import { FixtureApi, fixtureRules } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { RulesTable } from './RulesTable';

async function rows(): Promise<HTMLElement[]> {
  const [, ...body] = await screen.findAllByRole('row');
  return body;
}

describe('RulesTable', () => {
  it('lists every rule, those that most services fail first', async () => {
    renderFixture(<RulesTable />, { api: new FixtureApi() });
    await screen.findByText('cache/deps-before-source');
    const all = await rows();
    expect(all).toHaveLength(fixtureRules.length);
    expect(within(all[0]).getByText('cache/deps-before-source')).toBeVisible();
    expect(within(all[0]).getByText('23')).toBeVisible();
    expect(within(all[all.length - 1]).getByText('–')).toBeVisible();
  });

  it('finds rules by their words', async () => {
    renderFixture(<RulesTable />, { api: new FixtureApi() });
    await screen.findByText('cache/deps-before-source');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search rules' }),
      'root-user',
    );
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText('security/root-user')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rows()).toHaveLength(fixtureRules.length);
  });

  it('finds rules by the words of the language', async () => {
    const language = { getLanguage: () => ({ language: 'zh' }) };
    renderFixture(
      <TestApiProvider
        apis={[[appLanguageApiRef, language as typeof appLanguageApiRef.T]]}
      >
        <RulesTable />
      </TestApiProvider>,
      { api: new FixtureApi() },
    );
    await screen.findByText('镜像以 root 运行');
    await userEvent.type(screen.getByRole('searchbox'), '不以 root');
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText('security/root-user')).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const api = new FixtureApi();
    const countRules = jest
      .spyOn(api, 'countRules')
      .mockRejectedValueOnce(new Error('down'));
    renderFixture(<RulesTable />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: /again/i }),
    );
    expect(
      await screen.findByText('cache/deps-before-source'),
    ).toBeInTheDocument();
    expect(countRules).toHaveBeenCalledTimes(2);
  });
});
