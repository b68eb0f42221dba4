/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotFoundError } from '@backstage/errors';

export function noSuchService(entityRef: string): NotFoundError {
  return new NotFoundError(
    `${entityRef} is no service that Build Hygiene knows`,
  );
}
