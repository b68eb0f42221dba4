/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Snapshot } from '../snapshot/types';
import { readYaml, YamlValue } from './readYaml';

const known = new WeakMap<Snapshot, Map<string, readonly YamlValue[]>>();

/** The documents of a YAML file of the repository; read once for all who ask. */
export function documentsOf(
  snapshot: Snapshot,
  path: string,
): readonly YamlValue[] {
  const files = known.get(snapshot) ?? new Map<string, readonly YamlValue[]>();
  known.set(snapshot, files);
  const documents = files.get(path) ?? readYaml(snapshot.files.get(path) ?? '');
  files.set(path, documents);
  return documents;
}
