/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const started = Date.now();

/** Says what is being done, with the seconds since the start. */
export function say(message) {
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`[build-hygiene ${seconds}s] ${message}\n`);
}

/** Says what is missing and ends. */
export function fail(message) {
  process.stderr.write(`[build-hygiene] ${message}\n`);
  process.exit(1);
}
