/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject, JsonValue } from '@backstage/types';
import {
  RepositoryLocation,
  ScanSettings,
} from '@build-hygiene/plugin-build-hygiene-node';

export function toStoredSettings(settings: ScanSettings): JsonObject {
  // Without what is undefined, so that equal settings compare equal.
  return JSON.parse(JSON.stringify(settings));
}

/** Reads stored settings; what an older version wrote differently is left out. */
export function fromStoredSettings(stored: JsonObject): ScanSettings {
  const { location, dockerfiles, context, target } = stored;
  return {
    location: toLocation(location),
    dockerfiles: Array.isArray(dockerfiles)
      ? dockerfiles.filter(isString)
      : undefined,
    context: isString(context) ? context : undefined,
    target: isString(target) ? target : undefined,
  };
}

function toLocation(
  value: JsonValue | undefined,
): RepositoryLocation | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const { type, target } = value;
  return isString(type) && isString(target) ? { type, target } : undefined;
}

function isString(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
