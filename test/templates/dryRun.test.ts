/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { startTestBackend } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { templatesRoot } from './renderTemplate';

const directory = resolve(templatesRoot, 'go-service');

describe('the Go service template as a dry run', () => {
  it.each([
    ['nothing is chosen', {}, [], 'RUN go mod download'],
    [
      'all is left as it is proposed',
      { builder: 'ephemeral', updates: 'dependabot', privateModules: false },
      ['.github/dependabot.yml'],
      'RUN go mod download',
    ],
    [
      'the builder keeps its disk and modules are private',
      {
        builder: 'warm',
        updates: 'renovate',
        privateModules: true,
        goPrivate: 'go.example.com/parcel',
      },
      ['renovate.json'],
      'RUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=secret,id=netrc,target=/root/.netrc,required=true \\\n    go mod download',
    ],
    [
      'modules are private no more',
      {
        builder: 'ephemeral',
        updates: 'none',
        privateModules: false,
        goPrivate: 'go.example.com/parcel',
      },
      [],
      'RUN go mod download',
    ],
  ])(
    'makes the files and needs no GitHub where %s',
    async (_, answers, more, step) => {
      const { server } = await startTestBackend({
        features: [
          scaffolderPlugin,
          githubModule,
          catalogServiceMock.factory({ entities: [] }),
        ],
      });

      const { status, body } = await request(server)
        .post('/api/scaffolder/v2/dry-run')
        .send({
          template: parse(
            readFileSync(join(directory, 'template.yaml'), 'utf8'),
          ),
          values: {
            name: 'parcel-tracking',
            modulePath: 'github.com/parcel/parcel-tracking',
            owner: 'group:default/team-delivery',
            publish: false,
            ...answers,
          },
          secrets: {},
          directoryContents: filesOf(directory),
        });

      expect({ status, error: body.error }).toEqual({ status: 200 });
      expect(
        body.directoryContents.map(({ path }: { path: string }) => path).sort(),
      ).toEqual(
        [
          ...more,
          '.dockerignore',
          '.github/workflows/build.yaml',
          '.gitignore',
          'Dockerfile',
          'Makefile',
          'README.md',
          'catalog-info.yaml',
          'go.mod',
          'internal/server/server.go',
          'internal/server/server_test.go',
          'main.go',
        ].sort(),
      );
      const [{ base64Content }] = body.directoryContents.filter(
        ({ path }: { path: string }) => path === 'Dockerfile',
      );
      expect(Buffer.from(base64Content, 'base64').toString()).toContain(
        `\n${step}\n`,
      );
      const said = body.log.map(
        (line: {
          body: { message: string; status?: string; stepId?: string };
        }) => line.body,
      );
      expect(said).toContainEqual(
        expect.objectContaining({ stepId: 'publish', status: 'skipped' }),
      );
      expect(said).toContainEqual(
        expect.objectContaining({ stepId: 'register', status: 'skipped' }),
      );
      expect(
        body.output.links.filter(
          (link: { url?: string; entityRef?: string }) =>
            link.url || link.entityRef,
        ),
      ).toHaveLength(1);
      expect(body.output.text[0].content).toMatch(
        /^No repository was asked for/,
      );
    },
    60_000,
  );
});

function filesOf(root: string) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(root, path)).isFile())
    .map(path => ({
      path: path.replaceAll('\\', '/'),
      base64Content: readFileSync(join(root, path)).toString('base64'),
    }));
}
