/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { scanSettingsOf } from '@build-hygiene/plugin-build-hygiene-node';
import { repositoryFolderOf } from '../workspace/repositoryFolderOf';
import { locateExamples } from './createLocateAction.examples';

/** Tells where the files of a service are, and which of them are built how. */
export function createLocateAction(options: { catalog: CatalogService }) {
  return createTemplateAction({
    id: 'build-hygiene:locate',
    description:
      'Tells where the repository of a service is, and which of its Dockerfiles count',
    examples: locateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('The service, such as component:default/orders'),
      },
      output: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the service, with its namespace where that is not the default one',
            ),
        url: z => z.string().describe('Address of its folder, for fetch:plain'),
        repoUrl: z =>
          z.string().describe('Its repository, for the publishing actions'),
        folder: z =>
          z.string().describe('Path of its folder in the repository'),
        branch: z =>
          z.string().optional().describe('Branch, where one is named'),
        dockerfiles: z => z.array(z.string()).optional(),
        context: z => z.string().optional(),
        target: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { entityRef } = ctx.input;
      const entity = await options.catalog.getEntityByRef(entityRef, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(`There is no ${entityRef} in the catalog`);
      }
      const settings = scanSettingsOf(entity);
      if (!settings) {
        throw new InputError(`${entityRef} does not take part`);
      }
      const { location, dockerfiles, context, target } = settings;
      const { url, repoUrl, folder, branch } = repositoryFolderOf(
        entityRef,
        location,
      );
      ctx.logger.info(`${entityRef} is in ${url}`);
      ctx.output('name', nameOf(entity));
      ctx.output('url', url);
      ctx.output('repoUrl', repoUrl);
      ctx.output('folder', folder);
      ctx.output('branch', branch);
      ctx.output('dockerfiles', dockerfiles);
      ctx.output('context', context);
      ctx.output('target', target);
    },
  });
}

/** No other component has it: a plus sign is in no name of the catalog. */
function nameOf({ metadata: { name, namespace } }: Entity): string {
  return namespace === undefined || namespace === DEFAULT_NAMESPACE
    ? name
    : `${namespace}+${name}`;
}
