/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer } from 'node:net';
import { fail } from './console.mjs';

/** Ends with a clear message when something already listens on the port. */
export async function requireFreePort(port, purpose) {
  for (const host of ['127.0.0.1', '::1']) {
    const taken = await new Promise(resolve => {
      const server = createServer();
      server.once('error', error => resolve(error.code === 'EADDRINUSE'));
      server.listen({ port, host }, () => server.close(() => resolve(false)));
    });
    if (taken) {
      fail(
        `port ${port} is taken, and ${purpose} needs it: stop what listens there (lsof -i :${port} tells) and try again`,
      );
    }
  }
}

/** A port that nobody listens on at the moment. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
