/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';

/** A picture of the score that leads to the service's page. */
export function badgeMarkdown(options: {
  entityRef: string;
  /** Of the backend plugin. */
  baseUrl: string;
  /** Address of the service's page. */
  pageUrl: string;
}): { imageUrl: string; markdown: string } {
  const { entityRef, baseUrl, pageUrl } = options;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  const imageUrl = `${baseUrl}/badge/${path}.svg`;
  return { imageUrl, markdown: `[![Build hygiene](${imageUrl})](${pageUrl})` };
}
