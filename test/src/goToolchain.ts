/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The `go` command, where this machine has one; CI brings it up. */
export const go = process.env.BUILD_HYGIENE_GO ?? 'go';

// What the examples and the template ask for. The command line's own answer is
// read and not GOTOOLCHAIN's: nothing is to be downloaded for a test.
const wantedMinor = 27;

/** Whether Go is there, and new enough for the examples and the template. */
export const hasGo = isNewEnough();

/** Says once, in one line, that Go code is not compiled on this machine. */
export function sayWithoutGo(what: string): void {
  process.stderr.write(
    `[build-hygiene] ${what} NOT compiled: no Go 1.${wantedMinor} or newer found (install it, or set BUILD_HYGIENE_GO)\n`,
  );
}

export interface GoModuleSource {
  /** The folder that is copied. */
  root: string;
  /** The module's folder in it. Default: the root itself. */
  module?: string;
  /** Where modules are that no proxy serves, by module path. */
  replace?: Record<string, string>;
  /** As `GOWORK`. Default: what the go command finds. */
  workspace?: 'off';
}

/**
 * Compiles, vets, tests and formats a Go module in a copy of its folder. The
 * modules that it requires have to match its go.sum; they come from Go's cache
 * or from `GOPROXY`.
 */
export function checkGoModule(source: GoModuleSource): {
  status: number | null;
  output: string;
} {
  const copy = mkdtempSync(join(tmpdir(), 'build-hygiene-go-'));
  try {
    cpSync(source.root, copy, { recursive: true });
    const directory = join(copy, source.module ?? '.');
    for (const [path, folder] of Object.entries(source.replace ?? {})) {
      appendFileSync(
        join(directory, 'go.mod'),
        `\nreplace ${path} => ${folder}\n`,
      );
    }
    const steps: [string, string[]][] = [
      [go, ['build', '-o', devNull, './...']],
      [go, ['vet', './...']],
      [go, ['test', '-vet=off', './...']],
    ];
    let output = '';
    for (const [program, args] of steps) {
      const result = runGo(program, args, { directory, source });
      output += result.output;
      if (result.status !== 0) {
        return { status: result.status, output };
      }
    }
    const format = runGo(gofmt(), ['-l', ...ownFolders(directory)], {
      directory,
      source,
    });
    return format.output === ''
      ? { status: 0, output }
      : { status: 1, output: `not formatted:\n${format.output}` };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Whether this machine can get the modules that a go.mod requires. */
export function canGetModules(directory: string): boolean {
  return (
    runGo(go, ['mod', 'download'], { directory, source: { root: directory } })
      .status === 0
  );
}

function runGo(
  program: string,
  args: string[],
  options: { directory: string; source: GoModuleSource },
) {
  const result = spawnSync(program, args, {
    cwd: options.directory,
    encoding: 'utf8',
    env: {
      ...process.env,
      GOTOOLCHAIN: 'local',
      GOFLAGS: '',
      GOWORK: options.source.workspace ?? '',
      CGO_ENABLED: '0',
    },
  });
  return {
    status: result.status,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}`,
  };
}

function gofmt(): string {
  const { stdout } = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8' });
  return join(stdout.trim(), 'bin', 'gofmt');
}

// What others wrote is not ours to format.
function ownFolders(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory() || entry.name.endsWith('.go'))
    .map(entry => entry.name)
    .filter(name => name !== 'vendor');
}

function isNewEnough(): boolean {
  const { status, stdout } = spawnSync(go, ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  const minor = /^go1\.(\d+)/.exec(stdout ?? '')?.[1];
  return status === 0 && minor !== undefined && Number(minor) >= wantedMinor;
}
