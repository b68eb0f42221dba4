/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  MockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import buildHygienePlugin from '..';
import { memoryDatabases } from './memoryDatabases';

/** A service whose files are in a folder of its name. */
export function serviceIn(folder: MockDirectory, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      annotations: {
        'backstage.io/managed-by-location': `file:${folder.resolve(
          name,
          'catalog-info.yaml',
        )}`,
      },
    },
    spec: { owner: 'team', type: 'service' },
  };
}

/** A service with a good Dockerfile, and with a bad one. */
export const exampleFiles = {
  good: {
    'catalog-info.yaml': '',
    '.dockerignore': '.git\n',
    Dockerfile: `FROM golang:1.25 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /app .
FROM gcr.io/distroless/static:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
    'go.mod': 'module example.com/good\n\ngo 1.25\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  },
  bad: {
    'catalog-info.yaml': '',
    Dockerfile: 'FROM golang\nADD . .\nRUN go get ./... && go build\n',
    'go.mod': 'module example.com/bad\n\ngo 1.25\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  },
};

/** The plugin with its real store and scanner, whose tasks run when told to. */
export async function startPortal(options: {
  folder: MockDirectory;
  entities: Entity[];
  features?: BackendFeature[];
  config?: JsonObject;
  backendConfig?: JsonObject;
  /** Asks the permission backend, which is then one of the features. */
  permissions?: boolean;
}) {
  const { folder, entities, features = [], config, backendConfig } = options;
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      buildHygienePlugin,
      memoryDatabases,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          backend: backendConfig,
          permission: { enabled: options.permissions ?? false },
          buildHygiene: {
            ...config,
            local: { roots: [folder.path] },
            // A thread would have to read the engine's TypeScript.
            scan: { threads: 0 },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      ...features,
    ],
  });
  return {
    server,
    trigger: (task: string) => scheduler.triggerTask(`build-hygiene-${task}`),
  };
}
