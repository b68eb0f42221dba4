/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BuildStep } from '@build-hygiene/engine';
import { FixtureApi, fixtureRef } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { BuildsSection } from './BuildsSection';
import { createTimeline } from './timelineModel';
import { hitRateTrend } from './hitRateTrend';

function renderBuilds(
  service: string,
  path = '/',
  api = new FixtureApi(),
  expected = true,
) {
  renderFixture(
    <BuildsSection
      entityRef={fixtureRef(service)}
      hitRate={api.details[service].hitRate}
      expected={expected}
    />,
    { api, path, service },
  );
  return api;
}

function laneOf(stage: string): HTMLElement {
  return screen
    .getByRole('heading', { name: new RegExp(`^Stage ${stage}`) })
    .closest('section')!;
}

describe('BuildsSection', () => {
  it('lists builds with outcome, hit rate and step time', async () => {
    renderBuilds('shipping');

    const table = await screen.findByRole('table', {
      name: 'Builds, newest first',
    });
    const [, newest, second] = within(table).getAllByRole('row');
    expect(within(newest).getByText('Failed')).toBeInTheDocument();
    expect(within(newest).getByText('Network')).toBeInTheDocument();
    expect(within(newest).getByText('Not counted')).toBeInTheDocument();
    expect(within(second).getByText('Succeeded')).toBeInTheDocument();
    expect(within(second).getByText('33%')).toBeInTheDocument();
    expect(within(second).getByText('2 of 6')).toBeInTheDocument();
    expect(screen.getByText('9 of 9 builds')).toBeInTheDocument();
  });

  it('opens a failed build to its diagnosis and step timeline', async () => {
    renderBuilds('shipping');
    const [button] = await screen.findAllByRole('button', {
      name: /^Build of /,
    });

    await userEvent.click(button);

    expect(button).toHaveAttribute('aria-expanded', 'true');
    const diagnosis = await screen.findByRole('region', {
      name: 'Why the build failed',
    });
    expect(diagnosis).toHaveTextContent('goproxy.timeout');
    expect(diagnosis).toHaveTextContent('May pass on a second try');
    expect(diagnosis).toHaveTextContent('i/o timeout');
    expect(diagnosis).toHaveTextContent('Run the build again.');
    expect(
      await within(diagnosis).findByRole('button', {
        name: 'cache/deps-before-source',
      }),
    ).toBeInTheDocument();
    // The ruleset does not have it, so nothing could be shown for it.
    expect(diagnosis).not.toHaveTextContent('proxy/not-yet');

    const states = within(laneOf('build'))
      .getAllByRole('listitem')
      .map(
        ({ textContent }) =>
          textContent?.match(/Cached|Executed|Failed|Canceled|Skipped/)?.[0],
      );
    expect(states).toEqual([
      'Cached',
      'Cached',
      'Executed',
      'Failed',
      'Skipped',
    ]);
    expect(
      within(laneOf('build')).getAllByRole('listitem')[3],
    ).toHaveTextContent('49 sec');
    expect(
      screen.getByText(/^3 internal steps of the builder/),
    ).toBeInTheDocument();
  });

  it('says that the same failure hit other services', async () => {
    const api = new FixtureApi();
    const getBuild = api.getBuild.bind(api);
    jest.spyOn(api, 'getBuild').mockImplementation(async id => ({
      ...(await getBuild(id)),
      incident: {
        target: 'goproxy.example.com',
        firstSeen: '2026-03-01T10:12:00.000Z',
        lastSeen: '2026-03-01T10:52:00.000Z',
        state: { state: 'open' },
        otherServices: 14,
      },
    }));
    renderBuilds('payments', '/?build=payments-3', api);

    expect(
      await screen.findByText(/The same failure at goproxy\.example\.com/),
    ).toBeInTheDocument();
  });

  it('opens the build of the address, and says that it was cut off', async () => {
    renderBuilds('payments', '/?build=payments-3');

    expect(
      await screen.findByText(/^The log ends before the build does/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Note: The log ends in the middle of a step.'),
    ).toBeInTheDocument();
  });

  it('opens a build of the address that is older than those listed', async () => {
    const { items } = await new FixtureApi().listBuilds({
      entityRef: fixtureRef('orders'),
      limit: 100,
    });
    const oldest = items[items.length - 1];
    renderBuilds('orders', `/?build=${oldest.id}`);

    expect(
      await screen.findByRole('button', { name: /^Build of /, expanded: true }),
    ).toBeInTheDocument();
    expect(screen.getByText('15 of 38 builds')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /^Build of / })).toHaveLength(
      16,
    );
  });

  it('says that there is no such build', async () => {
    renderBuilds('orders', '/?build=nothing');

    expect(await screen.findByText('There is no such build')).toBeVisible();
  });

  it('fetches older builds by the cursor', async () => {
    const api = new FixtureApi();
    const listBuilds = jest.spyOn(api, 'listBuilds');
    renderBuilds('orders', '/', api);
    expect(await screen.findByText('15 of 38 builds')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Older builds' }));

    expect(await screen.findByText('30 of 38 builds')).toBeInTheDocument();
    expect(listBuilds.mock.calls[1][0]).toEqual({
      entityRef: fixtureRef('orders'),
      limit: 15,
      cursor: '15',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Older builds' }));
    expect(await screen.findByText('38 of 38 builds')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Older builds' }),
    ).not.toBeInTheDocument();
  });

  it('gives the CI steps when there are no builds', async () => {
    renderBuilds('catalogue');

    expect(
      await screen.findByRole('heading', { name: 'No builds yet' }),
    ).toBeInTheDocument();
    const gitHub = await screen.findByLabelText('The steps for GitHub Actions');
    expect(gitHub).toHaveTextContent('docker buildx build --progress=plain');
    expect(gitHub).toHaveTextContent('entityRef=component:default/catalogue');
    expect(gitHub).toHaveTextContent(/api\/build-hygiene\/builds/);
    expect(
      screen.getByRole('button', { name: 'Copy the steps' }),
    ).toBeInTheDocument();

    for (const [system, lines] of [
      ['GitLab CI', 'after_script'],
      ['Jenkins', 'withCredentials'],
      ['Tekton', 'kind: Task'],
    ]) {
      await userEvent.click(screen.getByRole('tab', { name: system }));
      expect(
        await screen.findByLabelText(`The steps for ${system}`),
      ).toHaveTextContent(lines);
    }
  });

  it('keeps the CI steps at hand where there are builds', async () => {
    renderBuilds('shipping');

    const summary = await screen.findByText('How to send builds');
    const gitHub = await screen.findByLabelText('The steps for GitHub Actions');
    expect(gitHub).not.toBeVisible();

    await userEvent.click(summary);

    expect(gitHub).toBeVisible();
  });

  it('waits for no builds where no image is built', async () => {
    const api = new FixtureApi();
    const listBuilds = jest.spyOn(api, 'listBuilds');
    renderBuilds('catalogue', '/', api, false);

    await waitFor(() => expect(listBuilds).toHaveBeenCalled());
    await waitFor(() =>
      expect(screen.queryByRole('heading')).not.toBeInTheDocument(),
    );
  });

  it('offers to try again, for the list and for one build', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'listBuilds')
      .mockRejectedValueOnce(new Error('No list today'));
    jest
      .spyOn(api, 'getBuild')
      .mockRejectedValueOnce(new Error('No build today'));
    renderBuilds('shipping', '/?build=shipping-9', api);

    expect(await screen.findByRole('alert')).toHaveTextContent('No list today');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('No build today')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Why the build failed' }),
    ).toBeInTheDocument();
  });
});

describe('timeline model', () => {
  const { builds } = new FixtureApi();
  const find = (id: string) => builds.find(build => build.id === id)!;

  it('places bars where steps ran', () => {
    const build = find('checkout-30');
    const { lanes, timed, internal } = createTimeline(build.steps);

    expect(timed).toBe(true);
    expect(lanes.map(({ stage }) => stage)).toEqual(['build', 'final']);
    expect(internal).toHaveLength(4);
    for (const { start, width } of lanes.flatMap(({ steps }) => steps)) {
      expect(start + width).toBeLessThanOrEqual(1.000_001);
    }
  });

  it('puts bars one after the other without start times', () => {
    const { lanes, timed } = createTimeline(find('orders-37').steps);

    expect(timed).toBe(false);
    for (const { steps } of lanes) {
      steps.slice(1).forEach(({ start }, at) => {
        expect(start).toBeCloseTo(steps[at].start + steps[at].width);
      });
    }
  });

  it('puts steps in the order of the Dockerfile without start times', () => {
    const step = (index: number): BuildStep => ({
      id: `#${index}`,
      name: `[build ${index}/3] RUN true`,
      stage: 'build',
      index,
      total: 3,
      state: 'cached',
      internal: false,
    });

    const { lanes } = createTimeline([step(1), step(3), step(2)]);

    expect(lanes[0].steps.map(({ step: { index } }) => index)).toEqual([
      1, 2, 3,
    ]);
  });

  it('tells layers that were moved from work', () => {
    const step = (rest: Partial<BuildStep>): BuildStep => ({
      id: '#1',
      name: '[1/1] RUN true',
      state: 'executed',
      internal: false,
      seconds: 4,
      ...rest,
    });
    const transferOf = (rest: Partial<BuildStep>) =>
      createTimeline([step(rest)]).lanes[0].steps[0].transfer;

    expect(transferOf({})).toBe(0);
    expect(transferOf({ transferSeconds: 1 })).toBe(0.25);
    expect(transferOf({ state: 'cached' })).toBe(1);
    expect(transferOf({ seconds: 0, transferSeconds: 1 })).toBe(0);
  });

  it('has nothing for no steps', () => {
    expect(createTimeline([])).toEqual({
      lanes: [],
      internal: [],
      internalSeconds: 0,
      seconds: 0,
      timed: false,
    });
  });
});

describe('hit rate trend', () => {
  const build = (cached: number, counted = true) => ({
    ...new FixtureApi().builds[0],
    cache: {
      cached,
      cacheable: 10,
      hitRate: counted ? cached / 10 : undefined,
    },
  });

  it.each([
    [[9, 9, 3, 3], 'up'],
    [[3, 3, 9, 9], 'down'],
    [[5, 5, 5, 5], 'flat'],
  ])('of %j, newest first, is %s', (rates, direction) => {
    expect(hitRateTrend(rates.map(rate => build(rate)))?.direction).toBe(
      direction,
    );
  });

  it('says nothing of few builds, and leaves failed ones out', () => {
    expect(hitRateTrend([build(9), build(1), build(1)])).toBeUndefined();
    expect(
      hitRateTrend([9, 9, 9, 9].map(rate => build(rate, false))),
    ).toBeUndefined();
  });
});
