/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, fixtureRef } from '../../../fixtures';
import { renderFixture } from '../../../__testUtils__/renderFixture';
import { BuildsSection } from '../BuildsSection';

function renderBuilds(path: string, api = new FixtureApi()) {
  renderFixture(
    <BuildsSection
      entityRef={fixtureRef('shipping')}
      hitRate={api.details.shipping.hitRate}
      expected
    />,
    { api, path, service: 'shipping' },
  );
}

async function findComparison() {
  return screen.findByRole('region', { name: 'Two builds compared' });
}

describe('comparison of builds', () => {
  it('sets a failed build against the last success of its branch', async () => {
    const api = new FixtureApi();
    const compareBuilds = jest.spyOn(api, 'compareBuilds');
    renderBuilds('/?build=shipping-9', api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Compare' }),
    );

    const comparison = await findComparison();
    expect(compareBuilds.mock.calls[0][0]).toEqual({
      id: 'shipping-9',
      otherId: (await api.getBuild('shipping-9')).previousSuccess,
    });
    const [first] = await within(
      await within(comparison).findByRole('list', { name: 'Why they differ' }),
    ).findAllByRole('listitem');
    expect(first).toHaveTextContent('[build 4/5] RUN go mod download failed');
    expect(first).toHaveTextContent('In the other build it ran well.');
    expect(comparison).toHaveTextContent('goproxy.timeout');

    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the build' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Why the build failed' }),
    ).toBeInTheDocument();
  });

  it('opens from its address, with the steps that differ first', async () => {
    renderBuilds('/?build=shipping-9&with=shipping-8');

    const steps = await screen.findByRole('table', { name: 'Steps' });
    const changed = within(steps).getAllByRole('row').length;
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all steps' }),
    );
    expect(within(steps).getAllByRole('row').length).toBeGreaterThan(changed);
    expect(
      within(steps).getByRole('row', { name: /^RUN go mod download/ }),
    ).toHaveTextContent(/Executed.*Failed/);
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'compareBuilds')
      .mockRejectedValueOnce(new Error('Not today'));
    renderBuilds('/?build=shipping-9&with=shipping-8', api);
    const comparison = await findComparison();
    expect(await within(comparison).findByRole('alert')).toHaveTextContent(
      'Not today',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await within(comparison).findByRole('table', { name: 'Steps' }),
    ).toBeInTheDocument();
  });

  it('says that a build is not there', async () => {
    renderBuilds('/?build=shipping-9&with=gone');

    expect(
      await screen.findByRole('heading', { name: 'There is no such build' }),
    ).toBeInTheDocument();
  });
});
