/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  escapeModulePath,
  escapeModuleVersion,
  parseProxyList,
} from '@build-hygiene/engine';
import { ModuleCanary, SourceAccess } from '@build-hygiene/module-proxy';

/** The module sources of the organisation, and how they are tried. */
export interface ModuleSourcesConfig {
  /** As `GOPROXY` is. */
  list: string;
  /** As `GOPRIVATE` is. */
  noProxy: string;
  checksumDatabase?: { name: string; url: string };
  /** How sources are reached that need more than their address. */
  access: SourceAccess[];
  canary: ModuleCanary;
  privateCanary?: ModuleCanary;
  intervalSeconds: number;
  timeoutSeconds: number;
  /** Whether scans ask them for retracted and deprecated modules. */
  lookUp: boolean;
}

const prefix = 'buildHygiene.moduleSources';

/**
 * A module that every public module proxy has: the Go project's own, and small.
 */
const defaultCanary: ModuleCanary = {
  modulePath: 'golang.org/x/text',
  version: 'v0.14.0',
};

/** Undefined without a list: then no source is contacted. */
export function readModuleSourcesConfig(
  root: Config,
): ModuleSourcesConfig | undefined {
  const config = root.getOptionalConfig(prefix);
  const list = config?.getOptionalString('list');
  if (!config || list === undefined) {
    return undefined;
  }
  const { error } = parseProxyList(list);
  if (error !== undefined) {
    // The go command's words, without credentials that the list may have.
    throw new InputError(
      `${prefix}.list: ${error.replace(/\/\/[^/@\s]*@/g, '//')}`,
    );
  }
  const access = (config.getOptionalConfigArray('access') ?? []).map(entry => {
    const url = readAddress(entry.getString('url'), `${prefix}.access.url`);
    const authorization = entry.getOptionalString('authorization');
    return { url, ...(authorization !== undefined && { authorization }) };
  });
  const checksumDatabase = readChecksumDatabase(config);
  const privateCanary = readCanary(config, 'privateCanary');
  return {
    list,
    noProxy: config.getOptionalString('private') ?? '',
    ...(checksumDatabase && { checksumDatabase }),
    access,
    canary: readCanary(config, 'canary') ?? defaultCanary,
    ...(privateCanary && { privateCanary }),
    intervalSeconds: readSeconds(config, 'interval', { minutes: 5 }),
    timeoutSeconds: readSeconds(config, 'timeout', { seconds: 5 }),
    lookUp: config.getOptionalBoolean('lookUp') ?? true,
  };
}

/**
 * As `GOSUMDB` has it: a name, which is its address too, or a name and an
 * address. Keys are not checked here, so what follows a plus sign is dropped.
 */
function readChecksumDatabase(
  config: Config,
): ModuleSourcesConfig['checksumDatabase'] {
  const text = config.getOptionalString('checksumDatabase')?.trim();
  if (text === undefined || text === 'off') {
    return undefined;
  }
  const [key, url] = text.split(/\s+/);
  const name = key.split('+')[0];
  if (
    name.includes('..') ||
    !/^[a-z0-9][a-z0-9.-]*(?::\d+)?(?:\/[\w-][\w./-]*)?$/i.test(name)
  ) {
    throw new InputError(
      `${prefix}.checksumDatabase must begin with the name of a checksum database`,
    );
  }
  return {
    name,
    url: readAddress(url ?? `https://${name}`, `${prefix}.checksumDatabase`),
  };
}

function readCanary(config: Config, key: string): ModuleCanary | undefined {
  const canary = config.getOptionalConfig(key);
  if (!canary) {
    return undefined;
  }
  const modulePath = canary.getString('module');
  const version = canary.getString('version');
  const goModHash = canary.getOptionalString('goModHash');
  if (escapeModulePath(modulePath) === undefined) {
    throw new InputError(`${prefix}.${key}.module is no module path`);
  }
  if (escapeModuleVersion(version) === undefined) {
    throw new InputError(`${prefix}.${key}.version is no version of a module`);
  }
  return { modulePath, version, ...(goModHash !== undefined && { goModHash }) };
}

function readAddress(text: string, setting: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new InputError(`${setting} must be an address with http or https`);
  }
  return text;
}

function readSeconds(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  const value = config.has(key)
    ? readDurationFromConfig(config, { key })
    : fallback;
  const milliseconds = durationToMilliseconds(value);
  if (milliseconds < 1000) {
    throw new InputError(`${prefix}.${key} must be a second or more`);
  }
  return milliseconds / 1000;
}
