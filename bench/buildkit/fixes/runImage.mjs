/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { docker, engineEnvironment } from '../lib/engine.mjs';
import { capture } from '../lib/processes.mjs';

const port = 8080;

/**
 * Starts an image of a service and resolves to `answers` once it answers on its
 * port, or to how it ended before.
 */
export async function runImage(tag) {
  const id = (await docker('run', '--detach', '--network=host', tag)).trim();
  try {
    const ended = docker('wait', id).then(status => ({
      status: status.trim(),
    }));
    for (;;) {
      const outcome = await Promise.race([ended, canConnect()]);
      if (outcome === true) {
        return 'answers';
      }
      if (outcome) {
        const { output } = await capture('docker', ['logs', id], {
          env: engineEnvironment,
        });
        return `ends with ${outcome.status}: ${output.trim().slice(-200)}`;
      }
    }
  } finally {
    await docker('rm', '--force', id);
  }
}

/** False after a moment when nothing listens. */
async function canConnect() {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
    return false;
  } finally {
    socket.destroy();
  }
}
