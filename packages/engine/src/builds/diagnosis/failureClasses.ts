/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { authFailures } from './auth';
import { cacheFailures } from './cache';
import { commandFailures, compileFailures } from './command';
import { configurationFailures } from './configuration';
import { FailureClass } from './failureClass';
import { filesystemFailures } from './filesystem';
import { infrastructureFailures } from './infrastructure';
import { moduleProxyFailures } from './moduleProxy';
import { moduleFailures } from './modules';
import { networkFailures } from './network';
import { packageFailures } from './packages';
import { registryFailures } from './registry';
import { resourceFailures } from './resource';

/**
 * All failure classes. When one line fits several, the first wins, so the order
 * goes from the special to the general: `socket: permission denied` in a look-up
 * is network, `Permission denied (publickey)` is auth, and only the rest is a
 * file's permission.
 */
export const failureClasses: readonly FailureClass[] = [
  ...configurationFailures,
  ...cacheFailures,
  ...infrastructureFailures,
  ...moduleProxyFailures,
  ...packageFailures,
  ...networkFailures.filter(({ id }) => /http_proxy|dns|tls/.test(id)),
  ...registryFailures.filter(({ id }) => id === 'registry.unreachable'),
  ...networkFailures.filter(({ id }) => !/http_proxy|dns|tls/.test(id)),
  ...authFailures,
  ...filesystemFailures.filter(({ id }) => id !== 'fs.permission'),
  ...registryFailures.filter(({ id }) => id !== 'registry.unreachable'),
  ...resourceFailures,
  ...moduleFailures,
  ...compileFailures,
  ...commandFailures,
  ...filesystemFailures.filter(({ id }) => id === 'fs.permission'),
];
