/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The two go.sum lines of a module whose files are all in one folder.
 *
 * Format: https://go.dev/ref/mod#go-sum-files
 */
export function moduleHashes(
  directory: string,
  module: { path: string; version: string },
): string[] {
  const name = `${module.path}@${module.version}`;
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(directory, file)).isFile())
    .map(file => file.replaceAll('\\', '/'));
  const all = hash(directory, files, file => `${name}/${file}`);
  const goMod = hash(directory, ['go.mod'], file => file);
  return [
    `${module.path} ${module.version} ${all}`,
    `${module.path} ${module.version}/go.mod ${goMod}`,
  ];
}

function hash(
  directory: string,
  files: string[],
  nameOf: (file: string) => string,
): string {
  const summary = createHash('sha256');
  for (const file of [...files].sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(directory, file)))
      .digest('hex');
    summary.update(`${content}  ${nameOf(file)}\n`);
  }
  return `h1:${summary.digest('base64')}`;
}
