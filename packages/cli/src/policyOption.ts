/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import { Option } from 'commander';
import {
  parsePolicy,
  Policy,
  Problem,
  readPolicyFile,
  ScanOptions,
  Snapshot,
} from '@build-hygiene/engine';
import { InputError } from './InputError';

/** Bytes of a policy that are read; the parser takes fewer. */
const MAXIMUM_BYTES = 1024 * 1024;

/** `--policy`, of every subcommand that judges. */
export function policyOption(): Option {
  return new Option(
    '--policy <file>',
    'policy, in the place of .build-hygiene.yaml in the folder',
  );
}

/** Reads a policy file as it is given on the command line. */
export async function readPolicy(file: string): Promise<Policy> {
  const stat = await fs.stat(file).catch(() => undefined);
  if (!stat) {
    throw new InputError(`${file}: there is no such file`);
  }
  if (!stat.isFile() || stat.size > MAXIMUM_BYTES) {
    throw new InputError(`${file}: this is no policy file`);
  }
  const source = await fs.readFile(file, 'utf8').catch((error: Error) => {
    throw new InputError(`${file}: it cannot be read: ${error.message}`);
  });
  const { policy, problems } = parsePolicy(source, { path: file });
  if (!policy) {
    throw refusal(problems);
  }
  return policy;
}

/**
 * A policy of the folder itself that cannot be read: nobody should take what is
 * judged without it for its result.
 */
export function expectReadablePolicy({
  snapshot,
  options,
}: {
  snapshot: Snapshot;
  options: ScanOptions;
}): void {
  const { problems } = readPolicyFile(snapshot);
  if (options.policy === undefined && problems.length > 0) {
    throw refusal(problems);
  }
}

function refusal(problems: readonly Problem[]): InputError {
  const [{ path, line, column, message }] = problems;
  const place = [path, line, column]
    .filter(part => part !== undefined)
    .join(':');
  const more = problems.length - 1;
  return new InputError(
    `${place}: ${message}${more > 0 ? ` (and ${more} more)` : ''}`,
  );
}
