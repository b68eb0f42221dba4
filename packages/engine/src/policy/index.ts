/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './types';
export { parsePolicy } from './parsePolicy';
export type { PolicyReading } from './parsePolicy';
export { policyFiles, readPolicyFile } from './readPolicyFile';
