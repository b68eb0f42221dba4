/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { ExampleBuilds, readExampleBuilds } from './readExampleBuilds';

/** Long enough for a slow machine to read the catalog. */
const TRIES = 150;
const SECONDS_BETWEEN_TRIES = 2;

/**
 * Plays the CI of the examples: sends their recorded build logs to the API, as
 * a CI job does, once the services are known.
 */
export const exampleBuilds = createBackendModule({
  pluginId: 'build-hygiene',
  moduleId: 'example-builds',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, discovery, lifecycle, logger }) {
        const examples = path.resolve(
          resolvePackagePath('backend'),
          '../../examples',
        );
        const client = BuildHygieneClient.create({ discoveryApi: discovery });
        const ending = new AbortController();
        lifecycle.addShutdownHook(() => ending.abort());
        lifecycle.addStartupHook(() => {
          sendExampleBuilds({
            builds: readExampleBuilds({
              folder: path.join(examples, 'builds'),
              incidentFolder: path.join(examples, 'incident'),
              logger,
              now: new Date(),
            }),
            client,
            getToken: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'build-hygiene',
              });
              return token;
            },
            logger,
            signal: ending.signal,
          }).catch(error => {
            if (!ending.signal.aborted) {
              logger.error(`The example builds were not sent: ${error}`);
            }
          });
        });
      },
    });
  },
});

async function sendExampleBuilds(options: {
  builds: Promise<ExampleBuilds[]>;
  client: BuildHygieneClient;
  getToken(): Promise<string>;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<void> {
  const { client, getToken, logger, signal } = options;
  let waiting = await options.builds;
  for (let count = 0; count < TRIES && waiting.length > 0; count++) {
    await setTimeout(SECONDS_BETWEEN_TRIES * 1000, undefined, { signal });
    const token = await getToken();
    let known: Set<string>;
    try {
      const { items } = await client.queryServices(
        { limit: 200 },
        { token, signal },
      );
      known = new Set(items.map(({ entityRef }) => entityRef));
    } catch (error) {
      signal.throwIfAborted();
      logger.debug(`The services are not known yet: ${error}`);
      continue;
    }
    for (const { entityRef, logs } of waiting) {
      if (known.has(entityRef)) {
        for (const { submission, read } of logs) {
          const log = await read();
          await client.submitBuild(submission, log, { token, signal });
        }
        logger.info(`Sent ${logs.length} builds of ${entityRef}`);
      }
    }
    waiting = waiting.filter(({ entityRef }) => !known.has(entityRef));
  }
  for (const { entityRef } of waiting) {
    logger.warn(
      `There are example builds of ${entityRef}, but no such service`,
    );
  }
}
