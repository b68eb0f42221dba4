/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Page,
  ServicesQuery,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Response, Router } from 'express';
import { once } from 'node:events';
import { EntityVisibility } from '../access';
import { ServiceStore } from '../database';
import { csvHeader, describeCsvLine } from './describeCsvLine';
import { parseRequest, servicesExportSchema } from './requestSchemas';
import { RouteAccess } from './RouteAccess';

export interface ServicesExportOptions {
  services: ServiceStore;
  visibility: EntityVisibility;
}

const ROWS_PER_PAGE = 200;

const formats = {
  csv: {
    type: 'text/csv',
    header: csvHeader,
    describe: describeCsvLine,
    separator: '',
    footer: '',
  },
  json: {
    type: 'application/json',
    header: '[',
    describe: (service: ServiceSummary) => `\n${JSON.stringify(service)}`,
    separator: ',',
    footer: '\n]\n',
  },
  ndjson: {
    type: 'application/x-ndjson',
    header: '',
    describe: (service: ServiceSummary) => `${JSON.stringify(service)}\n`,
    separator: '',
    footer: '',
  },
} as const;

/** The filtered list as a file, a page of it at a time in memory. */
export function addServicesExportRoute(
  router: Router,
  options: ServicesExportOptions,
  access: RouteAccess,
): void {
  router.get('/services/export', async (request, response) => {
    const credentials = await access.authorizeRead(request);
    const { format, ...query } = parseRequest(
      servicesExportSchema,
      request.query,
    );
    const visible = await options.visibility.visibleServices(credentials);
    const read = (cursor?: string) =>
      options.services.queryServices(
        { ...query, cursor, limit: ROWS_PER_PAGE },
        visible,
      );
    // What is wrong with the query is an answer, not half a file.
    const first = await read();
    const { type, header, ...rest } = formats[format];
    response.attachment(`build-hygiene-services.${format}`);
    response.type(type);
    response.write(header);
    await writePages(response, { first, read, ...rest });
  });
}

async function writePages(
  response: Response,
  {
    first,
    read,
    describe,
    separator,
    footer,
  }: {
    first: Page<ServiceSummary>;
    read: (cursor: ServicesQuery['cursor']) => Promise<Page<ServiceSummary>>;
    describe: (service: ServiceSummary) => string;
    /** Between two services. */
    separator: string;
    footer: string;
  },
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    let page: Page<ServiceSummary> | undefined = first;
    while (page && !gone.signal.aborted) {
      const text = page.items.map(describe).join(separator);
      const isFirst = page === first;
      if (!response.write(isFirst || text === '' ? text : separator + text)) {
        await once(response, 'drain', { signal: gone.signal });
      }
      page = page.nextCursor ? await read(page.nextCursor) : undefined;
    }
    response.end(footer);
  } catch (error) {
    // A file that is cut off must not look like a whole one.
    response.destroy();
    if (!gone.signal.aborted) {
      throw error;
    }
  }
}
