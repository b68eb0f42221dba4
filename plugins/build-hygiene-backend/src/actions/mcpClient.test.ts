/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
  metricsServiceFactory,
  tracingServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  exampleFiles,
  serviceIn,
  startPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

describe('an MCP client', () => {
  const folder = createMockDirectory({ content: { bad: exampleFiles.bad } });

  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  let client: Client;

  beforeAll(async () => {
    result = AuthorizeResult.ALLOW;
    const decide: PermissionsService['authorize'] = async requests =>
      requests.map(() => ({ result }));
    const portal = await startPortal({
      folder,
      entities: [serviceIn(folder, 'bad')],
      backendConfig: { actions: { pluginSources: ['build-hygiene'] } },
      features: [
        mcpActionsPlugin,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        metricsServiceFactory,
        tracingServiceFactory,
        mockServices.permissions.mock({
          authorize: decide,
          authorizeConditional: decide as never,
        }).factory,
      ],
    });
    await portal.trigger('select-services');
    await portal.trigger('scan');
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`http://localhost:${portal.server.port()}/api/mcp-actions/v1`),
        {
          requestInit: {
            headers: { Authorization: mockCredentials.user.header() },
          },
        },
      ),
    );
  });

  beforeEach(() => {
    result = AuthorizeResult.ALLOW;
  });

  afterAll(() => client?.close());

  it('lists the tools with what they do', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'build-hygiene.get-service-build-hygiene',
      'build-hygiene.get-build-hygiene-report',
      'build-hygiene.get-build-hygiene-rule',
      'build-hygiene.get-build-diagnosis',
      'build-hygiene.propose-build-hygiene-fix',
    ]);
    for (const { inputSchema, description, annotations } of tools) {
      expect(inputSchema.type).toBe('object');
      expect(description?.length).toBeGreaterThan(80);
      expect(annotations).toMatchObject({
        title: expect.any(String),
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
      });
    }
  });

  it('asks how a service is', async () => {
    const answer = await client.callTool({
      name: 'build-hygiene.get-service-build-hygiene',
      arguments: { service: 'bad' },
    });
    expect(answer).toMatchObject({
      structuredContent: {
        service: 'component:default/bad',
        grade: expect.stringMatching(/^[A-F]$/),
        failed: expect.arrayContaining([
          expect.objectContaining({ rule: 'image/base-untagged' }),
        ]),
      },
    });
    // Clients that know no structured content read the same.
    const [content] = answer.content as { type: string; text: string }[];
    expect(JSON.parse(content.text)).toEqual(answer.structuredContent);
  });

  it('sends numbers as texts', async () => {
    const { tools } = await client.listTools();
    const report = 'build-hygiene.get-build-hygiene-report';
    expect(tools.find(({ name }) => name === report)).toMatchObject({
      inputSchema: { properties: { limit: { type: 'integer' } } },
    });
    expect(
      await client.callTool({ name: report, arguments: { limit: '1' } }),
    ).toMatchObject({
      structuredContent: { services: [{ service: 'component:default/bad' }] },
    });
  });

  it('gets fixes with their diff', async () => {
    const answer = await client.callTool({
      name: 'build-hygiene.propose-build-hygiene-fix',
      arguments: { service: 'bad' },
    });
    expect(answer).toMatchObject({
      structuredContent: { diff: expect.stringMatching(/^diff --git /) },
    });
  });

  it.each([
    {
      why: 'unknown services',
      allowed: true,
      service: 'no-such',
      text: 'NotFoundError: component:default/no-such is no service',
    },
    {
      // Who may not use a tool does not learn that there is one.
      why: 'tools that the user may not use',
      allowed: false,
      service: 'bad',
      text: 'NotFoundError: Action',
    },
    {
      why: 'input of another kind',
      allowed: true,
      service: 5,
      text: 'InputError: Invalid input',
    },
  ])('is told of $why', async ({ allowed, service, text }) => {
    result = allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
    const name = 'build-hygiene.get-service-build-hygiene';
    const { tools } = await client.listTools();
    expect(tools.some(tool => tool.name === name)).toBe(allowed);
    expect(
      await client.callTool({ name, arguments: { service } }),
    ).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: expect.stringContaining(text) }],
    });
  });
});
