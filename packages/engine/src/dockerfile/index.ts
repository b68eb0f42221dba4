/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './expandVariables';
export * from './LineIndex';
export * from './parseDockerfile';
export * from './readMounts';
export * from './sourceOffset';
export * from './types';
