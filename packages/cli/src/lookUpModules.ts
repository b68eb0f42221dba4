/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModuleFacts, Snapshot } from '@build-hygiene/engine';
import {
  ModuleProxyClient,
  requiredModulePaths,
} from '@build-hygiene/module-proxy';
import { InputError } from './InputError';
import type { CommandContext } from './run';

/**
 * Asks module proxies for what the folder requires. What is private by the
 * environment, as the go command has it, is asked for nowhere.
 */
export async function lookUpModules(
  snapshot: Snapshot,
  { list, context }: { list: string; context: CommandContext },
): Promise<ModuleFacts[]> {
  const { GONOPROXY, GOPRIVATE } = process.env;
  let client: ModuleProxyClient;
  try {
    client = ModuleProxyClient.create({
      list,
      noProxy: GONOPROXY || GOPRIVATE || '',
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`--proxy: ${message}`);
  }
  const paths = requiredModulePaths(snapshot);
  const { facts, unknown } = await client.lookUp(paths);
  if (unknown.length > 0) {
    const [{ modulePath, reason }] = unknown;
    context.stderr.write(
      `build-hygiene: nothing is known of ${unknown.length} of ${paths.length} required modules; of ${modulePath}, because: ${reason}\n`,
    );
  }
  return facts;
}
