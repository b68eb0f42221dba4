/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { chooseTheme, Theme } from './chooseTheme';
import { findViolations } from './findViolations';
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
    await page.goto('/notifications');
    // Who followed the link has read it.
    await expect(page.getByRole('row').filter({ hasText: fell })).toHaveCount(
      0,
    );
  });

  async function followDigest(page: Page, theme: Theme) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await runTask(service.api, 'build-hygiene-send-digests');
    await signIn(page, '/settings');
    await chooseTheme(page, theme);
    await page.goto('/notifications');
    const row = page.getByRole('row').filter({ hasText: 'weekly-digest' });
    await expect(row).toContainText('Since last week');
    await page.screenshot({
      path: test.info().outputPath(`digest-${theme.toLowerCase()}.png`),
    });

    const link = row.getByRole('link', {
      name: /^Build hygiene of team-delivery this week: \d+ on average$/,
    });
    // Followed by its address: who clicks it has read it, and has it no more.
    await page.goto((await link.getAttribute('href'))!);

    const services = page.getByRole('grid').getByRole('rowheader');
    await expect(services.first()).toContainText('Address book');
    await expect(services).toHaveCount(7);
    expect(await findViolations(page.getByRole('main').last())).toEqual([]);
  }

  for (const theme of ['Light', 'Dark'] as const) {
    test(`the weekly digest leads to the services of its owner in the ${theme.toLowerCase()} theme`, ({
      page,
    }) => followDigest(page, theme));
  }
});
