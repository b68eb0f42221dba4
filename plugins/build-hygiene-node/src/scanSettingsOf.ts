/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ANNOTATION_LOCATION,
  Entity,
  getEntitySourceLocation,
  parseLocationRef,
} from '@backstage/catalog-model';
import {
  buildHygieneAnnotations,
  isBuildHygieneDisabled,
} from '@build-hygiene/plugin-build-hygiene-common';
import { RepositoryLocation } from './RepositorySource';

/**
 * Where the files of a service are, and which of them are built how.
 *
 * @public
 */
export interface ScanSettings {
  /** Undefined when the entity names no source, or one that it may not name. */
  location?: RepositoryLocation;
  /** Paths of the Dockerfiles; undefined for all. */
  dockerfiles?: string[];
  /** Folder of the build context; undefined where the files have to tell. */
  context?: string;
  /** The stage to build; undefined for the last one. */
  target?: string;
}

/**
 * Reads what the catalog says of a service; undefined when the entity does not
 * want to be one.
 *
 * @public
 */
export function scanSettingsOf(entity: Entity): ScanSettings | undefined {
  if (isBuildHygieneDisabled(entity)) {
    return undefined;
  }
  const given = entity.metadata.annotations ?? {};
  const { dockerfile, context, target } = buildHygieneAnnotations;
  return {
    location: sourceLocationOf(entity),
    dockerfiles: listOf(given[dockerfile]),
    context: textOf(given[context]),
    target: textOf(given[target]),
  };
}

/**
 * Where the repository of an entity is; undefined where the entity does not say
 * so, or may not.
 *
 * @public
 */
export function sourceLocationOf(
  entity: Entity,
): RepositoryLocation | undefined {
  let location: RepositoryLocation;
  let managedBy: RepositoryLocation;
  try {
    location = getEntitySourceLocation(entity);
    managedBy = parseLocationRef(
      entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
    );
  } catch {
    return undefined;
  }
  // Only an entity that comes from this machine's files may point to them.
  return location.type === 'file' && managedBy.type !== 'file'
    ? undefined
    : location;
}

function textOf(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function listOf(value: string | undefined): string[] | undefined {
  const items = (value ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
  return items.length > 0 ? items : undefined;
}
