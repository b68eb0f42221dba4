/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildLogLimits } from './types';

/**
 * The bounds on a log unless others are given.
 *
 * @public
 */
export const buildLogLimits: BuildLogLimits = {
  characters: 100 * 1024 * 1024,
  lines: 10_000_000,
  lineLength: 1024 * 1024,
  objectLength: 32 * 1024 * 1024,
  steps: 20_000,
  compressedBytes: 10 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
};
