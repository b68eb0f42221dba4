/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { usePermission } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Finding } from '@build-hygiene/engine';
import { buildHygieneWaiverCreatePermission } from '@build-hygiene/plugin-build-hygiene-common';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ChecksSection } from '../Checks';
import { dayAhead } from './durations';

// Answers of the real one are kept from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

function renderChecks(
  path: string,
  { service = 'orders', api = new FixtureApi() } = {},
) {
  const { report, scan, entityRef } = api.details[service];
  const onWaived = jest.fn();
  renderFixture(
    <ChecksSection
      entityRef={entityRef}
      report={report!}
      scan={scan}
      onWaived={onWaived}
    />,
    { api, path },
  );
  return { api, onWaived, entityRef };
}

const medium = '/?check=context%2Fdockerignore-missing%40Dockerfile';
const high = '/?check=security%2Froot-user%40Dockerfile';
const pending = '/?check=security%2Fsecret-in-build%40Dockerfile';
const reason = 'The context is empty but for one file';

async function openDialog(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'Waive…' }));
  return screen.findByRole('dialog', { name: 'Waive a check' });
}

describe('waiving a check', () => {
  beforeEach(() =>
    jest
      .mocked(usePermission)
      .mockReturnValue({ allowed: true, loading: false }),
  );

  it('asks for a reason, and tells what follows', async () => {
    const api = new FixtureApi();
    const check = api.details.orders.report!.checks.find(
      ({ rule }) => rule === 'context/dockerignore-missing',
    )!;
    check.severity = 'medium';
    const { onWaived, entityRef } = renderChecks(medium, { api });

    const dialog = await openDialog();
    expect(dialog).toHaveTextContent('The waiver holds at once');
    const submit = within(dialog).getByRole('button', { name: 'Waive' });
    expect(submit).toBeDisabled();
    const field = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(field, ' too few  ');
    expect(submit).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, reason);
    await userEvent.click(submit);

    await waitFor(() => expect(onWaived).toHaveBeenCalledTimes(1));
    expect(api.waivers[0]).toMatchObject({
      entityRef,
      rule: 'context/dockerignore-missing',
      unit: 'Dockerfile',
      reason,
      until: dayAhead(90),
      state: 'active',
    });
    expect(await screen.findByText(reason)).toBeInTheDocument();
    expect(
      screen.getByText('It counts from the next scan.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Waive…' }),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /^Withdraw: / }));
    expect(
      await screen.findByRole('button', { name: 'Waive…' }),
    ).toBeInTheDocument();
    expect(onWaived).toHaveBeenCalledTimes(2);
  });

  it('says that a high one has to be approved', async () => {
    const api = new FixtureApi();
    api.details.orders.report!.checks.find(
      ({ rule }) => rule === 'security/root-user',
    )!.severity = 'high';
    renderChecks(high, { api });

    const dialog = await openDialog();
    expect(dialog).toHaveTextContent(
      'The severity is High: somebody else has to approve the waiver.',
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      reason,
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for approval' }),
    );
    expect(
      await screen.findByText(/waits for approval. guest asked for it/),
    ).toBeInTheDocument();
    expect(api.waivers[0].state).toBe('pending');
  });

  it('is offered to who may ask for waivers of that service', async () => {
    jest
      .mocked(usePermission)
      .mockReturnValue({ allowed: false, loading: false });
    const { entityRef } = renderChecks(medium);
    expect(
      await screen.findByText('Waiver waits for approval'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Waive…' }),
    ).not.toBeInTheDocument();
    expect(usePermission).toHaveBeenCalledWith({
      permission: buildHygieneWaiverCreatePermission,
      resourceRef: entityRef,
    });
  });

  it('keeps what was written when the backend refuses', async () => {
    const api = new FixtureApi();
    api.requestWaiver = async () => {
      throw new Error('There is no open check of that rule');
    };
    renderChecks(medium, { api });
    const dialog = await openDialog();
    const field = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(field, reason);
    await userEvent.click(
      within(dialog).getByRole('button', {
        name: /^(Waive|Ask for approval)$/,
      }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'There is no open check of that rule',
    );
    expect(field).toHaveValue(reason);
  });

  it('shows who asked, and lets somebody else decide', async () => {
    const { api, onWaived } = renderChecks(pending);
    expect(
      await screen.findByText(/waits for approval. amelia asked for it/),
    ).toBeInTheDocument();
    expect(screen.getByText('Waiver waits for approval')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Waive…' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Approve: / }));
    expect(
      await screen.findByText(/by amelia, approved by guest/),
    ).toBeInTheDocument();
    expect(api.waivers.find(({ id }) => id === 'pending')?.state).toBe(
      'active',
    );
    expect(onWaived).toHaveBeenCalledTimes(1);
  });

  it('shows what a comment waives', async () => {
    const api = new FixtureApi();
    const check = api.details.orders.report!.checks.find(
      ({ rule }) => rule === 'security/root-user',
    )!;
    check.state = 'waived';
    check.findings = check.findings.map(
      (finding): Finding => ({
        ...finding,
        suppressed: {
          kind: 'inline',
          reason: 'the platform maps users',
          until: '2027-01-31',
          path: 'Dockerfile',
          line: 10,
        },
      }),
    );
    renderChecks(`${high}&state=waived`, { api });
    expect(
      await screen.findByText(
        'Waived until Jan 31, 2027 by a comment at Dockerfile:10:',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('the platform maps users')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Waive…' }),
    ).not.toBeInTheDocument();
  });

  it('offers it for all units where several fail', async () => {
    const api = new FixtureApi();
    const { report } = api.details.orders;
    const check = report!.checks.find(
      ({ rule }) => rule === 'context/dockerignore-missing',
    )!;
    check.severity = 'low';
    report!.checks = [
      ...report!.checks,
      { ...check, unit: 'worker/Dockerfile', severity: 'high' },
    ];
    renderChecks(medium, { api });
    const dialog = await openDialog();
    expect(dialog).toHaveTextContent('The waiver holds at once');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /All of this service/ }),
    );
    expect(dialog).toHaveTextContent('somebody else has to approve');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      reason,
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for approval' }),
    );
    await waitFor(() => expect(api.waivers[0].reason).toBe(reason));
    expect(api.waivers[0].unit).toBeUndefined();
  });
});
