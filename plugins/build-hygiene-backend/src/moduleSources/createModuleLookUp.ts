/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ModuleFacts, Snapshot } from '@build-hygiene/engine';
import {
  CachedAnswer,
  ModuleProxyClient,
  requiredModulePaths,
  SourceCache,
} from '@build-hygiene/module-proxy';
import { ModuleSourcesConfig } from './readModuleSourcesConfig';

/** Asks module sources for what a repository requires. */
export type ModuleLookUp = (
  snapshot: Snapshot,
  options: { signal: AbortSignal },
) => Promise<ModuleFacts[]>;

/** Undefined when no source is to be asked. */
export function createModuleLookUp(options: {
  config: ModuleSourcesConfig | undefined;
  cache: CacheService;
  logger: LoggerService;
}): ModuleLookUp | undefined {
  const { config, cache, logger } = options;
  if (!config?.lookUp) {
    return undefined;
  }
  const { list, noProxy, access, timeoutSeconds } = config;
  const client = ModuleProxyClient.create({
    list,
    noProxy,
    access,
    cache: toSourceCache(cache),
    timeoutMilliseconds: timeoutSeconds * 1000,
  });
  return async (snapshot, { signal }) => {
    const paths = requiredModulePaths(snapshot);
    const { facts, unknown } = await client.lookUp(paths, { signal });
    if (unknown.length > 0) {
      logger.debug(
        `Module sources tell nothing of ${unknown.length} of ${paths.length} modules; of ${unknown[0].modulePath}, because: ${unknown[0].reason}`,
      );
    }
    return facts;
  };
}

/** Shared by the instances of the backend, where its cache is. */
function toSourceCache(cache: CacheService): SourceCache {
  return {
    async get(key) {
      const value = await cache.get<JsonObject>(`module-proxy:${key}`);
      return isCachedAnswer(value) ? value : undefined;
    },
    async set(key, answer, { milliseconds }) {
      await cache.set(
        `module-proxy:${key}`,
        { ...answer },
        { ttl: milliseconds },
      );
    },
  };
}

/** What another version has stored may look otherwise. */
function isCachedAnswer(value: unknown): value is CachedAnswer & JsonObject {
  const { status, body, freshUntil } = (value ?? {}) as Partial<CachedAnswer>;
  return (
    typeof status === 'number' &&
    typeof body === 'string' &&
    typeof freshUntil === 'number'
  );
}
