/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { inDatabase } from './database';
import { addHostedService, HostedService } from './hostedService';
import { runTask } from './runTask';
import { signIn } from './signIn';

const name = 'courier-rates';
const fell = 'Build hygiene of Courier rates fell from 100 (A) to 55 (D)';

test.describe('what owners are told', () => {
  let service: HostedService;

  test.beforeAll(async ({ baseURL }) => {
    test.setTimeout(120_000);
    service = await addHostedService({
      baseURL,
      example: 'exemplary',
      name,
      title: 'Courier rates',
    });
    // What the service is compared with.
    await runTask(service.api, 'build-hygiene-notify-owners');
  });

  test.afterAll(async () => {
    test.setTimeout(120_000);
    await service.end();
  });

  /** A commit that takes a builder image older than go.mod allows. */
  async function breakBuild() {
    const { git } = service.repository;
    const dockerfile = await git.readFile('main', 'Dockerfile');
    const sha = await git.writeBlob(
      Buffer.from(dockerfile!.replace(/^FROM golang:\S+/, 'FROM golang:1.24')),
    );
    const parent = (await git.resolve('main'))!;
    const commit = await git.createCommit({
      message: 'Take the builder image of the other services',
      tree: await git.writeTree(parent, [
        { mode: '100644', path: 'Dockerfile', sha },
      ]),
      parents: [parent],
    });
    await git.updateRef('refs/heads/main', commit);
    return commit;
  }

  test('a score that fell reaches the owner, and leads to the service', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const { api, apiPath } = service;
    await signIn(page, '/notifications');
    const commit = await breakBuild();
    await api.post(`${apiPath}/rescan`);
    await expect
      .poll(async () => (await (await api.get(apiPath)).json()).report.score)
      .toMatchObject({ value: 55 });
    await runTask(api, 'build-hygiene-notify-owners');
    await page.reload();

    const row = page.getByRole('row').filter({ hasText: fell });
    await expect(row).toContainText(
      `Scanned at commit ${commit.slice(0, 7)}. To fix first: `,
    );
    await expect(row).toContainText('score-fell');
    await row.getByRole('link', { name: fell }).click();

    await expect(page).toHaveURL(
      `/catalog/default/component/${name}/build-hygiene`,
    );
    await expect(
      page.getByRole('img', { name: /^Score 55 of 100/ }).first(),
    ).toBeVisible();
  });

  /** The waiver's end is three days ahead; the answer withdraws it. */
  async function waive(reason: string) {
    const { api } = service;
    const until = new Date(Date.now() + 3 * 24 * 3600_000)
      .toISOString()
      .slice(0, 10);
    const asked = await api.post(
      '/api/build-hygiene/services/by-name/component/default/parcel-tracking/waivers',
      { data: { rule: 'context/dockerignore-missing', reason, until } },
    );
    expect(asked.status(), await asked.text()).toBe(201);
    const { id } = await asked.json();
    return {
      until,
      age: (days: number) =>
        inDatabase(client =>
          client.query('update waivers set requested_at = $1 where id = $2', [
            new Date(Date.now() - days * 24 * 3600_000).toISOString(),
            id,
          ]),
        ),
      withdraw: () => api.post(`/api/build-hygiene/waivers/${id}/withdraw`),
    };
  }

  test('the end of a waiver is said days before, to the owner', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const waiver = await waive('The repository is split this week');
    try {
      const { api } = service;
      const ends = `A waiver of Parcel tracking ends after ${waiver.until}`;
      // Who asked for it a moment ago knows.
      await runTask(api, 'build-hygiene-notify-owners');
      const sent = await (await api.get('/api/notifications')).text();
      expect(sent).toContain('"notifications"');
      expect(sent).not.toContain(ends);

      await waiver.age(30);
      await runTask(api, 'build-hygiene-notify-owners');
      await signIn(page, '/notifications');

      const row = page.getByRole('row').filter({ hasText: ends });
      // Backstage folds what follows.
      await expect(row).toContainText(
        'It is for: The whole repository is the build context',
      );
      await expect(row).toContainText('waiver-ends');
      await page.screenshot({
        path: test.info().outputPath('waiver-ends.png'),
      });
      await row.getByRole('link', { name: ends }).click();

      await expect(page).toHaveURL(
        '/catalog/default/component/parcel-tracking/build-hygiene',
      );
      await expect(
        page
          .getByRole('region', { name: 'Checks' })
          .getByRole('button', { name: 'Waived 1' }),
      ).toBeVisible({ timeout: 45_000 });
    } finally {
      await waiver.withdraw();
    }
  });

  test('the weekly digest leads to the services of its owner', async ({
    page,
  }) => {
    await runTask(service.api, 'build-hygiene-send-digests');
    await signIn(page, '/notifications');
    const row = page.getByRole('row').filter({ hasText: 'weekly-digest' });
    await expect(row).toContainText('Since last week');
    await page.screenshot({ path: test.info().outputPath('digest.png') });

    await row
      .getByRole('link', {
        name: /^Build hygiene of team-delivery this week: \d+ on average$/,
      })
      .click();

    const services = page.getByRole('grid').getByRole('rowheader');
    await expect(services.first()).toContainText('Address book');
    await expect(services).toHaveCount(7);
  });
});
