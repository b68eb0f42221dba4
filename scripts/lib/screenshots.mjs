/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { provideChromium } from './chromium.mjs';
import { fail, say } from './console.mjs';
import { runOrFail } from './processes.mjs';

/** Takes the pictures in docs/images anew. */
export async function takeScreenshots() {
  const chromium = await provideChromium();
  if (!chromium) {
    fail(
      'no Chromium found: install it, or set PLAYWRIGHT_CHROMIUM_PATH to one',
    );
  }
  say('building the portal');
  await runOrFail('building the portal', 'yarn', ['workspace', 'app', 'build']);
  say('taking pictures into docs/images');
  await runOrFail(
    'taking pictures',
    'yarn',
    ['workspace', '@build-hygiene/test', 'screenshots'],
    { env: { PLAYWRIGHT_CHROMIUM_PATH: chromium } },
  );
}
