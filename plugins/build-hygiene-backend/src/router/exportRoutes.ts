/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  describeMarkdown,
  describeSarif,
  ScanReport,
} from '@build-hygiene/engine';
import { Response, Router } from 'express';
import { version } from '../../package.json';
import { ServiceStore } from '../database';
import { RuleCatalogue } from '../scanning';
import { AnyRequest, RouteAccess } from './RouteAccess';

export interface ExportRoutesOptions {
  services: ServiceStore;
  rules: RuleCatalogue;
}

/** The last report of a service as files for other programs. */
export function addExportRoutes(
  router: Router,
  options: ExportRoutesOptions,
  access: RouteAccess,
): void {
  async function readReport(request: AnyRequest) {
    const entityRef = await access.readService(request);
    const report = (await options.services.getService(entityRef))?.report;
    if (!report) {
      throw new NotFoundError(`${entityRef} has no report yet`);
    }
    return { entityRef, report };
  }

  function addRoute(
    format: 'sarif' | 'md',
    type: string,
    describe: (report: ScanReport) => string,
  ): void {
    router.get(
      `/services/by-name/:kind/:namespace/:name/report.${format}`,
      async (request: AnyRequest, response: Response) => {
        const { entityRef, report } = await readReport(request);
        response.attachment(
          `${parseEntityRef(entityRef).name}-build-hygiene.${format}`,
        );
        response.type(type);
        response.send(describe(report));
      },
    );
  }

  addRoute('sarif', 'application/sarif+json', report =>
    JSON.stringify(
      describeSarif(report, { rules: options.rules.rules, version }),
      undefined,
      2,
    ),
  );
  addRoute('md', 'text/markdown', describeMarkdown);
}
