/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { say } from './console.mjs';
import { requireFreePort } from './ports.mjs';
import { run } from './processes.mjs';
import { installDependencies } from './toolchain.mjs';

/** The portal for development and the demo, front and back. */
export async function start({ install }) {
  await requireFreePort(3000, 'the portal');
  await requireFreePort(7007, "the portal's backend");
  if (install) {
    await installDependencies();
  }
  say(
    'starting the portal: http://localhost:3000 answers in about half a minute; Ctrl-C stops it',
  );
  process.exit(await run('yarn', ['backstage-cli', 'repo', 'start']));
}
