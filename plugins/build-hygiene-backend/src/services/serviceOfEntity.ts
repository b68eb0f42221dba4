/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import path from 'node:path';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import {
  RepositoryLocation,
  scanSettingsOf,
} from '@build-hygiene/plugin-build-hygiene-node';
import { SelectedService } from '../database';
import { toStoredSettings } from './scanSettings';

/** The entity fields that {@link serviceOfEntity} reads. */
export const serviceFields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'relations',
];

/** Undefined when the entity does not want to be one. */
export function serviceOfEntity(entity: Entity): SelectedService | undefined {
  const settings = scanSettingsOf(entity);
  if (!settings) {
    return undefined;
  }
  const { location } = settings;
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owner: related(entity, {
      relation: RELATION_OWNED_BY,
      value: entity.spec?.owner,
      kind: 'Group',
    }),
    system: related(entity, {
      relation: RELATION_PART_OF,
      value: entity.spec?.system,
      kind: 'System',
    }),
    lifecycle: textOf(entity.spec?.lifecycle),
    source: location && describe(location),
    settings: toStoredSettings(settings),
  };
}

/** The catalog's relation, which is a full entity ref, else what the file says. */
function related(
  entity: Entity,
  options: { relation: string; value: JsonValue | undefined; kind: string },
): string | undefined {
  const { relation, value, kind } = options;
  const targets = (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => relation !== RELATION_PART_OF || ref.startsWith('system:'))
    .sort();
  if (targets.length > 0) {
    return targets[0];
  }
  const text = textOf(value);
  try {
    return (
      text &&
      stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: kind,
          defaultNamespace: entity.metadata.namespace,
        }),
      )
    );
  } catch {
    return undefined;
  }
}

function describe(location: RepositoryLocation): string {
  if (location.type === 'file') {
    const { target } = location;
    return path.basename(
      /\.(?:ya?ml|json)$/.test(target) ? path.dirname(target) : target,
    );
  }
  try {
    const url = new URL(location.target);
    url.username = '';
    url.password = '';
    return url.toString();
  } catch {
    return location.type;
  }
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}
