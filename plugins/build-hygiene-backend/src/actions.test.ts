/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import {
  exampleFiles,
  serviceIn,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/build-hygiene/.backstage/actions/v1/actions';

describe('actions', () => {
  const folder = createMockDirectory({
    content: { good: exampleFiles.good, bad: exampleFiles.bad },
  });

  let result: (
    permission: string,
  ) => AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    result = () => AuthorizeResult.ALLOW;
    const decide: PermissionsService['authorize'] = async requests =>
      requests.map(({ permission }) => ({ result: result(permission.name) }));
    portal = await startPortal({
      folder,
      entities: [serviceIn(folder, 'good'), serviceIn(folder, 'bad')],
      features: [
        actionsRegistryServiceFactory,
        mockServices.permissions.mock({
          authorize: decide,
          authorizeConditional: decide as never,
        }).factory,
      ],
    });
    await portal.trigger('select-services');
    await portal.trigger('scan');
    await request(portal.server)
      .post('/api/build-hygiene/builds')
      .query({ entityRef: 'component:default/bad', runId: '7' })
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'text/plain')
      .send(
        [
          '#5 [2/2] RUN go mod download',
          '#5 1.2 go: example.com/lib@v1.0.0: reading https://proxy.example.com/example.com/lib/@v/v1.0.0.mod: 404 Not Found',
          '#5 ERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
          '',
        ].join('\n'),
      )
      .expect(201);
  });

  beforeEach(() => {
    result = () => AuthorizeResult.ALLOW;
  });

  const invoke = (name: string, input: object) =>
    request(portal.server)
      .post(`${base}/${encodeURIComponent(`build-hygiene:${name}`)}/invoke`)
      .set('Authorization', mockCredentials.user.header())
      .send(input);

  async function outputOf(name: string, input: object) {
    const { body, status } = await invoke(name, input);
    expect({ status, error: body.error }).toEqual({ status: 200 });
    return body.output;
  }

  it('are listed with what they do', async () => {
    const { body } = await request(portal.server)
      .get(base)
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
    expect(
      body.actions.map(({ id, attributes }: any) => [id, attributes]),
    ).toEqual(
      [
        'get-service-build-hygiene',
        'get-build-hygiene-report',
        'get-build-hygiene-rule',
        'get-build-diagnosis',
        'propose-build-hygiene-fix',
      ].map(name => [
        `build-hygiene:${name}`,
        { readOnly: true, destructive: false, idempotent: true },
      ]),
    );
    for (const action of body.actions) {
      expect(action.description.length).toBeGreaterThan(80);
      expect(action.schema.input.type).toBe('object');
    }
  });

  it('tell of a service', async () => {
    const output = await outputOf('get-service-build-hygiene', {
      service: 'Component:bad',
    });
    expect(output).toMatchObject({
      service: 'component:default/bad',
      status: 'scanned',
      score: expect.any(Number),
      grade: expect.stringMatching(/^[A-F]$/),
      builds: 0,
      moreFailed: 0,
    });
    expect(output.failed).toContainEqual(
      expect.objectContaining({
        rule: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
        unit: 'Dockerfile',
        findings: [
          { path: 'Dockerfile', line: 1, message: expect.any(String) },
        ],
      }),
    );
    const points = output.failed.map((check: any) => check.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });

  it('tell of all services, the lowest score first', async () => {
    const output = await outputOf('get-build-hygiene-report', {});
    expect(output).toMatchObject({
      summary: { services: 2, rated: 2 },
      total: 2,
      services: [
        { service: 'component:default/bad' },
        { service: 'component:default/good' },
      ],
    });
    const [bad] = output.services;
    const filtered = await outputOf('get-build-hygiene-report', {
      grade: bad.grade,
      owner: 'group:default/team',
      limit: 1,
    });
    expect(filtered).toMatchObject({ services: [bad] });
  });

  it('explain a rule', async () => {
    const { failed } = await outputOf('get-service-build-hygiene', {
      service: 'bad',
    });
    const output = await outputOf('get-build-hygiene-rule', {
      rule: failed[0].rule,
    });
    expect(output).toMatchObject({
      rule: failed[0].rule,
      title: failed[0].title,
      why: expect.any(String),
      howToFix: expect.any(String),
    });
    expect(output.failingServices).toBeGreaterThan(0);
    expect(
      (await invoke('get-build-hygiene-rule', { rule: 'no/rule' })).status,
    ).toBe(404);
  });

  it('diagnose the newest build, or the one that is named', async () => {
    const output = await outputOf('get-build-diagnosis', { service: 'bad' });
    expect(output).toMatchObject({
      service: 'component:default/bad',
      outcome: 'failure',
      failure: {
        class: expect.any(String),
        message: expect.any(String),
        fix: expect.any(String),
        rules: expect.any(Array),
      },
    });
    expect(
      await outputOf('get-build-diagnosis', { build: output.build }),
    ).toEqual(output);
    expect((await invoke('get-build-diagnosis', {})).status).toBe(400);
    expect(
      (await invoke('get-build-diagnosis', { service: 'good' })).status,
    ).toBe(404);
    expect((await invoke('get-build-diagnosis', { build: 'x' })).status).toBe(
      404,
    );
  });

  it('propose fixes, and write nothing', async () => {
    const before = folder.content();
    const output = await outputOf('propose-build-hygiene-fix', {
      service: 'bad',
    });
    expect(output.fixes.length).toBeGreaterThan(0);
    expect(output.scoreAfter).toBeGreaterThan(output.scoreBefore);
    expect(output.diff).toContain('+++ b/Dockerfile');
    const [{ rule }] = output.fixes;
    const one = await outputOf('propose-build-hygiene-fix', {
      service: 'bad',
      rules: [rule],
    });
    expect(one.fixes.map((fix: any) => fix.rule)).toEqual([rule]);
    expect(folder.content()).toEqual(before);
  });

  const calls: [string, object][] = [
    ['get-service-build-hygiene', { service: 'bad' }],
    ['get-build-hygiene-report', {}],
    ['get-build-hygiene-rule', { rule: 'cache/deps-before-source' }],
    ['get-build-diagnosis', { service: 'bad' }],
    ['propose-build-hygiene-fix', { service: 'bad' }],
  ];

  it.each(calls)('keep %s from who may not read', async (name, input) => {
    result = permission =>
      permission === 'build-hygiene.read'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW;
    const { body, status } = await invoke(name, input);
    expect(status).not.toBe(200);
    expect(JSON.stringify(body)).not.toContain('Dockerfile');
  });

  it('do not tell of what the caller may not see in the catalog', async () => {
    const { build } = await outputOf('get-build-diagnosis', { service: 'bad' });
    result = permission =>
      permission === 'catalog.entity.read'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW;
    for (const [name, input] of [
      ['get-service-build-hygiene', { service: 'bad' }],
      ['get-build-diagnosis', { service: 'bad' }],
      ['get-build-diagnosis', { build }],
      ['propose-build-hygiene-fix', { service: 'bad' }],
    ] as const) {
      expect((await invoke(name, input)).status).toBe(404);
    }
    expect(await outputOf('get-build-hygiene-report', {})).toMatchObject({
      summary: { services: 0 },
      services: [],
      total: 0,
    });
    expect(
      await outputOf('get-build-hygiene-rule', {
        rule: 'cache/deps-before-source',
      }),
    ).toMatchObject({ failingServices: 0 });
  });

  it('say what is wrong with the input', async () => {
    const { body, status } = await invoke('get-service-build-hygiene', {
      service: 'a/',
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('is no entity reference');
  });
});
