/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The folder of all examples. */
export const examplesRoot = resolve(__dirname, '../../examples');

/** How the catalog says that a service is built. */
export function annotatedOptions(service: string, folder: string) {
  const annotations = parseAllDocuments(
    readFileSync(resolve(examplesRoot, folder, 'catalog-info.yaml'), 'utf8'),
  )
    .map(document => document.toJS().metadata)
    .find(({ name }) => name === service).annotations;
  const dockerfile = annotations?.['build-hygiene/dockerfile'];
  const context = annotations?.['build-hygiene/context'];
  return {
    ...(dockerfile && { dockerfiles: [dockerfile] }),
    ...(context && { context }),
  };
}
