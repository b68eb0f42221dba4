/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { docker } from '../lib/engine.mjs';

/**
 * Asks a running service for its health and its name, looks who it runs as, and
 * stops it. Resolves to what is wrong; undefined if nothing is.
 */
export async function askService(id, port) {
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  if (health.status !== 204) {
    return `/healthz answers with ${health.status}`;
  }
  const { service } = await (await fetch(`http://127.0.0.1:${port}/`)).json();
  if (service !== 'parcel-tracking') {
    return `says that it is ${service}`;
  }
  const processes = await docker('top', id, '-eo', 'pid,uid');
  const user = /\s(\d+)\s*$/.exec(processes)?.[1];
  if (user === undefined || user === '0') {
    return `runs as ${user ?? 'nobody knows whom'}`;
  }
  await docker('stop', id);
  const status = (
    await docker('inspect', '--format', '{{.State.ExitCode}}', id)
  ).trim();
  return status === '0' ? undefined : `stops with ${status}`;
}
