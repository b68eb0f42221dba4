/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureTexts } from '../types';
import { auth } from './auth';
import { builder } from './builder';
import { commands } from './commands';
import { dockerfile } from './dockerfile';
import { filesystem } from './filesystem';
import { moduleProxy } from './moduleProxy';
import { modules } from './modules';
import { network } from './network';
import { packages } from './packages';
import { registry } from './registry';

/** All classes of failures in Chinese. Loaded for those who read Chinese, and no one else. */
export const zhFailures: FailureTexts = {
  ...auth,
  ...builder,
  ...commands,
  ...dockerfile,
  ...filesystem,
  ...moduleProxy,
  ...modules,
  ...network,
  ...packages,
  ...registry,
};
