/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { docker, engineEnvironment } from '../lib/engine.mjs';
import { capture } from '../lib/processes.mjs';

/**
 * Starts an image of a service and resolves to `answers` once it answers on its
 * port, or to how it ended before. `inspect` looks at the service that answers.
 */
export async function runImage(tag, { port = 8080, inspect } = {}) {
  const id = (
    await docker(
      ...['run', '--detach', '--network=host', '--env', `PORT=${port}`],
      tag,
    )
  ).trim();
  try {
    const ended = docker('wait', id).then(status => ({
      status: status.trim(),
    }));
    for (;;) {
      const outcome = await Promise.race([ended, canConnect(port)]);
      if (outcome === true) {
        return (await inspect?.(id)) ?? 'answers';
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
async function canConnect(port) {
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
