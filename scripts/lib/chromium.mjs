/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync } from 'node:fs';
import { say } from './console.mjs';
import { run, versionOf } from './processes.mjs';

const candidates = [
  process.env.PLAYWRIGHT_CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium, installed from the system's packages if there is
 * none and that is possible without asking; `undefined` otherwise.
 */
export async function provideChromium() {
  const found = candidates.find(path => path && existsSync(path));
  if (found) {
    return found;
  }
  if (process.getuid?.() === 0 && versionOf('apt-get')) {
    say('installing Chromium from the system packages');
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], quiet);
    await run(
      'apt-get',
      ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
      quiet,
    );
    return candidates.find(path => path && existsSync(path));
  }
  return undefined;
}
