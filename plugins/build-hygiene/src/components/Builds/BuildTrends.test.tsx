/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { FixtureApi, fixtureRef } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { BuildTrends } from './BuildTrends';
import { durationTrend } from './durationTrend';

const [first] = new FixtureApi().builds;
const build = (
  seconds: number | undefined,
  rest: Partial<BuildSummary> = {},
): BuildSummary => ({
  ...first,
  outcome: 'success',
  seconds,
  executedSeconds: 1,
  ...rest,
});

describe('duration trend', () => {
  it('is pending for too few builds, and leaves failed ones out', () => {
    const failed = build(9, { outcome: 'failure' });
    expect(durationTrend([build(1), build(2), failed])).toMatchObject({
      builds: 2,
      medianBuilds: 3,
    });
    expect(durationTrend([build(1), build(2), failed]).median).toBeUndefined();
  });

  it('takes the median of few builds, and p95 of twenty', () => {
    const builds = Array.from({ length: 20 }, (_, index) => build(index + 1));
    expect(durationTrend(builds.slice(0, 3))).toMatchObject({ median: 2 });
    expect(durationTrend(builds.slice(0, 19)).p95).toBeUndefined();
    expect(durationTrend(builds)).toMatchObject({
      measure: 'wall',
      median: 10,
      p95: 19,
    });
  });

  it('tells the time of steps where wall time is not known of all', () => {
    expect(
      durationTrend([
        build(100),
        build(undefined, { executedSeconds: 3 }),
        build(100, { executedSeconds: 5 }),
      ]),
    ).toMatchObject({ measure: 'steps', median: 3 });
  });
});

describe('BuildTrends', () => {
  it('shows times on demand, and says what they are of', async () => {
    const api = new FixtureApi();
    const { items } = await api.listBuilds({ entityRef: fixtureRef('orders') });
    renderFixture(<BuildTrends builds={items} onSelect={() => {}} />);
    expect(
      await screen.findByRole('figure', { name: /^Cache hit rates/ }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: 'Time' }));

    expect(
      await screen.findByRole('figure', { name: /^Times of the steps/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Half of the \d+ successful builds shown took/),
    ).toBeInTheDocument();
  });
});
