/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  FieldExtensionOptions,
  SecretsContextProvider,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BuildHygieneApi } from '@build-hygiene/plugin-build-hygiene-common';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { FixtureApi } from '../../fixtures';
import { FixesField } from './FixesField';
import { validateFixes } from './validateFixes';

const rules = {
  cache: 'cache/deps-before-source',
  ignore: 'context/dockerignore-missing',
};
const titles = {
  cache: 'Copy the module files before the sources',
  ignore: 'Keep what no step copies out of the build context',
};
const orders = 'component:default/orders';
const hidden = { 'ui:backstage': { review: { show: false } } };

/** A form as in the template that fixes builds. */
const manifest = {
  title: 'Fix',
  steps: [
    {
      title: 'What to fix',
      schema: {
        type: 'object',
        required: ['fix'],
        properties: {
          fix: {
            title: 'Service',
            type: 'object',
            'ui:field': 'BuildHygieneFixes',
            'ui:options': { needsRepository: true },
            properties: {
              service: { title: 'Service', type: 'string' },
              rules: { type: 'array', items: { type: 'string' }, ...hidden },
              diffDigest: { type: 'string', ...hidden },
              changes: {
                title: 'Changes',
                type: 'array',
                items: { type: 'string' },
              },
              score: { title: 'Score', type: 'string' },
            },
          },
        },
      },
    },
  ],
};

const extension = {
  name: 'BuildHygieneFixes',
  component: FixesField,
  validation: validateFixes,
} as FieldExtensionOptions<any, any>;

function renderForm(
  fix?: object,
  api = new FixtureApi(),
  extensions = [extension],
) {
  const onCreate = jest.fn(async () => {});
  const planFixes = jest.spyOn<BuildHygieneApi, 'planFixes'>(api, 'planFixes');
  renderFixture(
    <SecretsContextProvider>
      <Stepper
        manifest={manifest}
        extensions={extensions}
        initialState={fix && ({ fix } as any)}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { api },
  );
  return { api, planFixes, onCreate };
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const box = (name: string) => screen.findByRole('checkbox', { name });
const way = (from: number, to: number) =>
  screen.findByLabelText(`The score goes from ${from} to ${to}`);

/** The list of services watches its own end; jsdom has no such observer. */
class NothingSeen {
  observe() {}
  unobserve() {}
  disconnect() {}
}

describe('FixesField', () => {
  beforeAll(() => {
    Object.assign(window, { IntersectionObserver: NothingSeen });
  });

  it('offers the services, lowest scores first, and finds others by their name', async () => {
    const { api } = renderForm();
    const query = jest.spyOn(api, 'queryServices');
    const input = await screen.findByRole('combobox', { name: /^Service/ });

    await userEvent.type(input, 'order');
    await userEvent.click(
      await screen.findByRole('option', { name: /orders/ }),
    );

    expect(query).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'score', order: 'asc' }),
      expect.anything(),
    );
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ search: 'order' }),
      expect.anything(),
    );
    expect(await way(41, 66)).toBeInTheDocument();
  });

  it('shows what each fix gains, whether it is safe, and the score after it', async () => {
    const { planFixes } = renderForm({ service: orders });

    await way(41, 66);
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/Needs a look.*\+21Score after .*: 62$/),
      expect.stringMatching(/Safe.*\+4Score after .*: 66$/),
    ]);
    expect(screen.getByText('2 of 2 fixes chosen')).toBeInTheDocument();
    expect(planFixes).not.toHaveBeenCalled();
  });

  it('hands over what was chosen, after a review of it in words', async () => {
    const { onCreate } = renderForm({ service: orders });
    await userEvent.click(await box(titles.cache));
    await way(41, 45);

    await press('Review');

    const review = within(await screen.findByRole('table'));
    expect(review.getByText(orders)).toBeInTheDocument();
    expect(review.getByText(`${titles.ignore} (+4)`)).toBeInTheDocument();
    expect(review.getByText('41 → 45')).toBeInTheDocument();
    expect(review.queryByText(rules.ignore)).toBeNull();
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      fix: {
        service: orders,
        rules: [rules.ignore],
        diffDigest: '1'.repeat(64),
        changes: [`${titles.ignore} (+4)`],
        score: '41 → 45',
      },
    });
  });

  it('chooses the safe ones alone, and all again', async () => {
    renderForm({ service: orders });
    await press('Only safe ones');
    expect(await box(titles.cache)).not.toBeChecked();
    expect(await box(titles.ignore)).toBeChecked();
    await press('Choose all');
    expect(await box(titles.cache)).toBeChecked();
    expect(screen.queryByRole('button', { name: 'Choose all' })).toBeNull();
  });

  it('shows the title of a chosen service that is not among the first', async () => {
    const api = new FixtureApi();
    const first = api.summaries.filter(item => item.entityRef !== orders);
    const others = api.summaries
      .filter(item => item.entityRef === orders)
      .map(item => ({ ...item, title: 'Orders' }));
    const queryServices = jest
      .spyOn(api, 'queryServices')
      .mockImplementation(async ({ search }) => {
        const items = search ? others : first;
        return { items, total: items.length };
      });
    renderForm({ service: orders }, api);

    expect(await screen.findByDisplayValue('Orders')).toBeInTheDocument();
    expect(queryServices).toHaveBeenCalledWith(
      expect.objectContaining({ search: 'orders' }),
      expect.anything(),
    );
  });

  it('takes what a link has chosen, and shows its changes', async () => {
    renderForm({
      service: orders,
      rules: [rules.ignore],
      diffDigest: '1'.repeat(64),
    });
    await way(41, 45);
    expect(await box(titles.cache)).not.toBeChecked();
    await press('Show chosen changes');
    expect(
      screen.getByLabelText('Change of .dockerignore'),
    ).toBeInTheDocument();
    await press('Review');
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('says when the changes are not those of the link any more', async () => {
    const { onCreate } = renderForm({
      service: orders,
      rules: [rules.ignore, 'cache/gone'],
      diffDigest: '0'.repeat(64),
    });
    const changed = 'The changes are not those that you looked at';
    expect(await screen.findByText(changed)).toBeInTheDocument();
    expect(
      screen.getByText('Not there any more, or fixed already: cache/gone'),
    ).toBeInTheDocument();

    await press('Review');
    expect((await screen.findAllByText(changed)).length).toBeGreaterThan(1);
    expect(screen.queryByRole('table')).toBeNull();

    await press('Take these changes');
    await press('Review');
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      fix: expect.objectContaining({ diffDigest: '1'.repeat(64) }),
    });
  });

  it.each([
    ['no service is chosen', undefined, 'Choose a service'],
    [
      'the service was not scanned',
      { service: 'component:default/fresh' },
      'The repository was not scanned with success yet. The page of the service says why.',
    ],
  ])('goes no further where %s', async (_, fix, message) => {
    const api = new FixtureApi();
    const { orders: detail } = api.details;
    Object.assign(api.details, {
      fresh: {
        ...detail,
        entityRef: 'component:default/fresh',
        report: undefined,
      },
    });
    renderForm(fix, api);
    await press('Review');
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('goes no further without any fix', async () => {
    renderForm({ service: orders });
    await userEvent.click(await box(titles.cache));
    await userEvent.click(await box(titles.ignore));
    await press('Review');
    expect(
      (await screen.findAllByText('Choose at least one fix')).length,
    ).toBeGreaterThan(0);
  });

  it('goes no further where there is no repository to change', async () => {
    const api = new FixtureApi();
    const { orders: detail } = api.details;
    detail.scan = { ...detail.scan, source: 'orders' };
    renderForm({ service: orders }, api);
    const message =
      'A pull request needs a repository of a host. The files of this service are not in one.';
    expect(await screen.findByText(message)).toBeInTheDocument();
    await press('Review');
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(1);
  });

  it('waits until the chosen fixes have been tried', async () => {
    const { planFixes, onCreate } = renderForm({ service: orders });
    const other = new FixtureApi();
    let tried = () => {};
    const asked = new Promise<void>(resolve => {
      tried = resolve;
    });
    // The field's own request is the one that can be cancelled.
    planFixes.mockImplementation(async (request, options) => {
      if (options?.signal) {
        await asked;
      }
      return other.planFixes(request);
    });
    await userEvent.click(await box(titles.cache));
    await press('Review');
    expect(
      (
        await screen.findAllByText(
          'The chosen fixes are still being tried: wait a moment, then go on',
        )
      ).length,
    ).toBeGreaterThan(0);

    tried();
    await way(41, 45);
    await press('Review');
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      fix: expect.objectContaining({ diffDigest: '1'.repeat(64) }),
    });
  });

  it('says why the chosen fixes could not be tried', async () => {
    const { planFixes } = renderForm({ service: orders });
    planFixes.mockRejectedValueOnce(new Error('Rescan first'));
    await userEvent.click(await box(titles.cache));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The chosen fixes could not be tried. Rescan first',
    );
    await press('Try again');
    expect(await way(41, 45)).toBeInTheDocument();
  });

  it('leaves plain inputs where the portal does not have it', async () => {
    const { onCreate } = renderForm(undefined, new FixtureApi(), []);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Service' }),
      orders,
    );
    await press('Review');
    await press('Create');
    expect(onCreate).toHaveBeenCalledWith({
      fix: expect.objectContaining({ service: orders }),
    });
  });
});
