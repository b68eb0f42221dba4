/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen } from '@testing-library/react';
import { BuildIncident } from '@build-hygiene/plugin-build-hygiene-common';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { Incident } from './Incident';

const incident: BuildIncident = {
  target: 'goproxy.example.com',
  firstSeen: '2026-03-01T10:12:00.000Z',
  lastSeen: '2026-03-01T10:52:00.000Z',
  state: { state: 'open' },
  otherServices: 14,
};

describe('Incident', () => {
  it.each<[BuildIncident['state'], string]>([
    [{ state: 'open' }, 'It goes on'],
    [{ state: 'over', because: 'quiet' }, 'It is over: run the build again'],
  ])('%j', async (state, text) => {
    renderFixture(<Incident incident={{ ...incident, state }} />);
    expect(
      await screen.findByText(
        /The same failure at goproxy\.example\.com hit 14/,
      ),
    ).toHaveTextContent(text);
    expect(screen.getByRole('link', { name: 'All incidents' })).toHaveAttribute(
      'href',
      '/build-hygiene/builds',
    );
  });

  it('says nothing where no other service is to be seen', async () => {
    renderFixture(
      <>
        <p>The build</p>
        <Incident incident={{ ...incident, otherServices: 0 }} />
      </>,
    );
    await screen.findByText('The build');
    expect(screen.queryByText(/The same failure/)).not.toBeInTheDocument();
  });
});
