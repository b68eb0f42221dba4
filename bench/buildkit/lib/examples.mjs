/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fileURLToPath } from 'node:url';

/** The folder of the services that are recorded. */
export const examples = fileURLToPath(
  new URL('../../../examples/', import.meta.url),
);
