/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { buildHygieneBuildSubmitPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { Router } from 'express';
import {
  isFromRepository,
  JobIdentity,
  JobTokens,
  submitBuildLog,
} from '../builds';
import { BuildStore, noSuchService, ServiceStore } from '../database';
import { fromStoredSettings } from '../services';
import { receiveBuild } from './receiveBuild';
import { parseRequest, submissionSchema } from './requestSchemas';
import { AnyRequest, RouteAccess } from './RouteAccess';
import { RouteAudit } from './RouteAudit';

export interface SubmissionRouteOptions {
  services: ServiceStore;
  builds: BuildStore;
  jobTokens: JobTokens;
  mostLogBytes: number;
}

type Sender =
  | { type: 'job'; job: JobIdentity }
  | { type: 'principal'; credentials: BackstageCredentials };

/** Takes in the log of a build. */
export function addSubmissionRoute(
  router: Router,
  options: SubmissionRouteOptions,
  common: { access: RouteAccess; audit: RouteAudit },
): void {
  const { services, builds, jobTokens, mostLogBytes } = options;
  const { access, audit } = common;

  /** A CI job that its CI system vouches for, or whoever Backstage knows. */
  async function identifySender(request: AnyRequest): Promise<Sender> {
    const token = /^Bearer\s+(\S+)$/i.exec(
      request.get('authorization') ?? '',
    )?.[1];
    const job = token && (await jobTokens.verify(token));
    return job
      ? { type: 'job', job }
      : { type: 'principal', credentials: await access.identify(request) };
  }

  /** Everybody can have such a job: what matters is whose repository it is of. */
  async function checkMaySend(
    sender: Sender,
    entityRef: string,
  ): Promise<void> {
    if (sender.type === 'principal') {
      await access.checkService(
        entityRef,
        buildHygieneBuildSubmitPermission,
        sender.credentials,
      );
      return;
    }
    const settings = await services.getSettings(entityRef);
    const location = settings && fromStoredSettings(settings).location;
    const { repository } = sender.job;
    if (
      location?.type !== 'url' ||
      !isFromRepository(location.target, repository)
    ) {
      // The same for a service that there is not: this tells nothing of others.
      throw new NotAllowedError(
        `A job of ${repository} may not send builds of ${entityRef}: the source location of the entity in the catalog has to be in that repository`,
      );
    }
  }

  router.post('/builds', async (request, response) => {
    const sender = await identifySender(request);
    // What of the body is not read must not be taken for another request.
    response.set('Connection', 'close');
    const { fields, log } = await receiveBuild(request, mostLogBytes);
    const told = parseRequest(submissionSchema, fields);
    const { entityRef } = told;
    const submission =
      sender.type === 'job' ? { ...told, ...sender.job.facts } : told;
    await checkMaySend(sender, entityRef);
    const { runId } = submission;
    const { build, created } = await audit.audited(
      {
        eventId: 'build-submit',
        // The auditor takes only the identities that Backstage issued.
        request: sender.type === 'job' ? undefined : request,
        meta: {
          entityRef,
          runId,
          ...(sender.type === 'job' && {
            issuer: sender.job.issuer,
            repository: sender.job.repository,
          }),
        },
      },
      async () => {
        if (!(await services.hasService(entityRef))) {
          throw noSuchService(entityRef);
        }
        return submitBuildLog({
          store: builds,
          submission,
          log,
          maximumBytes: mostLogBytes,
        });
      },
    );
    response.status(created ? 201 : 200).json(build);
  });
}
