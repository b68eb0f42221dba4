/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { factSchema, factsOf } from './factsOf';

const pageSize = 200;

/** Reads what is stored of all services, page by page; scans nothing. */
export const buildHygieneFactRetriever: FactRetriever = {
  id: 'build-hygiene',
  version: '0.1.0',
  title: 'Build hygiene',
  description: 'Score, findings, cache and versions of image builds',
  schema: factSchema,
  async handler({ auth, discovery }) {
    const api = BuildHygieneClient.create({ discoveryApi: discovery });
    const facts: TechInsightFact[] = [];
    let cursor: string | undefined;
    do {
      // For one request: tokens do not last as long as many pages.
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'build-hygiene',
      });
      const page = await api.queryServices(
        {
          status: ['scanned', 'stale'],
          fleetFacts: true,
          limit: pageSize,
          cursor,
        },
        { token },
      );
      facts.push(...page.items.flatMap(service => factsOf(service) ?? []));
      cursor = page.nextCursor;
    } while (cursor);
    return facts;
  },
};
