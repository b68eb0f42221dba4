/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { EnvironmentAspect, EnvironmentDifference } from './types';

/** The longest prefix of a failure class decides. */
const aspectsOf: Readonly<Record<string, readonly EnvironmentAspect[]>> = {
  'network.': ['proxy', 'builder', 'base', 'base-digest'],
  'goproxy.': ['proxy', 'builder', 'revision'],
  'ospkg.': ['base', 'base-digest', 'proxy', 'builder'],
  'registry.': ['base', 'builder', 'proxy'],
  'registry.platform': ['platform', 'base', 'base-digest'],
  'auth.': ['proxy', 'argument', 'builder', 'repository', 'revision'],
  'gomod.': ['revision', 'repository', 'go', 'proxy', 'dockerfile'],
  'gomod.toolchain_version': ['go', 'base', 'base-digest', 'revision'],
  'gomod.proxy_config': ['proxy', 'argument'],
  'gomod.checksum_mismatch': ['proxy', 'revision'],
  'compile.': [
    'revision',
    'repository',
    'go',
    'base',
    'base-digest',
    'platform',
    'argument',
  ],
  'test.': [
    'revision',
    'repository',
    'go',
    'base',
    'base-digest',
    'platform',
    'argument',
  ],
  'command.not_found': ['base', 'base-digest', 'revision', 'dockerfile'],
  'arch.exec_format': ['platform', 'builder', 'base', 'base-digest'],
  'dockerfile.': ['dockerfile', 'target', 'revision', 'argument', 'builder'],
  'fs.copy_missing': ['dockerfile', 'repository', 'revision', 'target'],
  'fs.dockerfile_missing': ['dockerfile', 'repository', 'revision'],
  'fs.disk_full': ['builder'],
  'cache.': ['builder'],
  'resource.': ['builder', 'platform', 'argument'],
  'builder.': ['builder'],
};

/**
 * Of the differences of the environment, those that a failure of this class may
 * come from, the likeliest first. All of them for a class that tells nothing.
 */
export function suspectsOf(
  failureClass: string,
  differences: readonly EnvironmentDifference[],
): EnvironmentDifference[] {
  const prefix = Object.keys(aspectsOf)
    .filter(key => failureClass.startsWith(key))
    .sort((one, other) => other.length - one.length)[0];
  if (prefix === undefined) {
    return [...differences];
  }
  return aspectsOf[prefix].flatMap(aspect =>
    differences.filter(difference => difference.aspect === aspect),
  );
}
