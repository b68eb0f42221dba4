/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const port = 7137;
export const baseUrl = `http://localhost:${port}`;

/**
 * The portal of this repository, front and back on one port, with its data in
 * the given PostgreSQL. Resolves once the examples are scanned and built.
 */
export async function startPortal(postgres) {
  const child = spawn(
    'yarn',
    [
      ...['workspace', 'backend', 'start'],
      ...['--config', '../../app-config.yaml'],
      ...['--config', '../../bench/report/app-config.yaml'],
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        REPORT_BENCH_URL: baseUrl,
        REPORT_BENCH_PORT: String(port),
        REPORT_BENCH_POSTGRES_HOST: postgres.hostname,
        REPORT_BENCH_POSTGRES_PORT: postgres.port,
        REPORT_BENCH_POSTGRES_USER: postgres.username,
        REPORT_BENCH_POSTGRES_PASSWORD: postgres.password,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => output.push(String(data)));
  }
  const ended = new Promise(resolve => child.on('exit', resolve));
  const stop = async () => {
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  try {
    await Promise.race([
      waitForExamples(),
      ended.then(() => {
        throw new Error('The portal ended');
      }),
    ]);
  } catch (error) {
    process.stderr.write(output.slice(-50).join(''));
    await stop().catch(() => {});
    throw error;
  }
  return { stop };
}

async function waitForExamples() {
  for (;;) {
    const services = await readServices().catch(() => []);
    if (
      services.length >= 11 &&
      services.every(({ status }) => status !== 'pending') &&
      services.filter(({ lastBuild }) => lastBuild).length >= 8
    ) {
      return;
    }
    await setTimeout(1_000);
  }
}

async function readServices() {
  const signIn = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await signIn.json();
  const answer = await fetch(
    `${baseUrl}/api/build-hygiene/services?limit=100`,
    {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    },
  );
  const { items } = await answer.json();
  return items;
}

/** What the browser tests use. */
export function loadPlaywright() {
  return createRequire(join(root, 'test/package.json'))('@playwright/test');
}
