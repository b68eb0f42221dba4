/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Page } from '@playwright/test';

/** Answers requests of the page as Backstage's backend does when it fails. */
export async function answerWithError(
  page: Page,
  url: string,
  error: { status: number; name: string; message: string },
) {
  const { status, name, message } = error;
  await page.route(url, route =>
    route.fulfill({
      status,
      json: { error: { name, message }, response: { statusCode: status } },
    }),
  );
}
