/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The `go` command, where this machine has one; CI brings it up. */
export const go = process.env.BUILD_HYGIENE_GO ?? 'go';

export const hasGo = spawnSync(go, ['version']).status === 0;

/** Compiles, vets and tests a Go module in a copy of its folder, off line. */
export function checkGoModule(directory: string): {
  status: number | null;
  output: string;
} {
  const copy = mkdtempSync(join(tmpdir(), 'build-hygiene-go-'));
  try {
    cpSync(directory, copy, { recursive: true });
    let output = '';
    for (const command of [['build', './...'], ['vet', './...'], ['test', './...']]) {
      const result = spawnSync(go, command, {
        cwd: copy,
        encoding: 'utf8',
        env: {
          ...process.env,
          GOTOOLCHAIN: 'local',
          GOPROXY: 'off',
          GOFLAGS: '',
          CGO_ENABLED: '0',
        },
      });
      output += result.stdout + result.stderr;
      if (result.status !== 0) {
        return { status: result.status, output };
      }
    }
    return { status: 0, output };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
