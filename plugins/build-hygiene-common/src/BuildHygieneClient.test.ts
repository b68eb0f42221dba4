/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildHygieneClient } from './BuildHygieneClient';

describe('BuildHygieneClient', () => {
  const fetchMock = jest.fn<Promise<Response>, [string, RequestInit]>();
  const client = BuildHygieneClient.create({
    discoveryApi: { getBaseUrl: async id => `http://host/api/${id}` },
    fetchApi: { fetch: fetchMock as unknown as typeof fetch },
  });

  beforeEach(() => {
    fetchMock.mockReset();
    fetchMock.mockImplementation(async () => Response.json({ items: [] }));
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['report', () => client.getReportSummary(), 'GET /report'],
    ['fleet', () => client.getFleet(), 'GET /report/fleet'],
    ['score history', () => client.getReportHistory(), 'GET /report/history'],
    [
      'services as a file',
      () => client.exportServices({ format: 'csv', fleet: 'go-image:1.27' }),
      'GET /services/export?format=csv&fleet=go-image%3A1.27',
    ],
    ['rule counts', () => client.countRules(), 'GET /report/rules'],
    [
      'services',
      () =>
        client.queryServices({
          search: 'a&b',
          owner: ['group:default/x', 'y'],
          grade: [],
          gate: undefined,
          limit: 5,
        }),
      'GET /services?search=a%26b&owner=group%3Adefault%2Fx&owner=y&limit=5',
    ],
    [
      'service',
      () => client.getService('Component:default/A.b'),
      'GET /services/by-name/component/default/a.b',
    ],
    [
      'a report as SARIF',
      () =>
        client.exportReport({ entityRef: 'component:n/a', format: 'sarif' }),
      'GET /services/by-name/component/n/a/report.sarif',
    ],
    [
      'a report as Markdown',
      () =>
        client.exportReport({ entityRef: 'component:n/a', format: 'markdown' }),
      'GET /services/by-name/component/n/a/report.md',
    ],
    [
      'rescan',
      () => client.rescan('component:n/a'),
      'POST /services/by-name/component/n/a/rescan',
    ],
    [
      'the fixes of rules',
      () =>
        client.planFixes({ entityRef: 'component:n/a', rules: ['x/y', 'x/z'] }),
      'POST /services/by-name/component/n/a/plan',
    ],
    [
      'builds',
      () => client.listBuilds({ entityRef: 'component:n/a', cursor: 'c=' }),
      'GET /services/by-name/component/n/a/builds?cursor=c%3D',
    ],
    [
      'the measures of a service',
      () => client.getServiceMeasures({ entityRef: 'component:n/a', days: 7 }),
      'GET /services/by-name/component/n/a/measures?days=7',
    ],
    [
      'the measures of all',
      () => client.getReportMeasures(),
      'GET /report/measures',
    ],
    [
      'the failures of all',
      () => client.getReportFailures({ days: 7 }),
      'GET /report/failures?days=7',
    ],
    [
      'the incidents',
      () => client.getReportIncidents(),
      'GET /report/incidents',
    ],
    ['build', () => client.getBuild('../x'), 'GET /builds/..%2Fx'],
    [
      'comparison',
      () => client.compareBuilds({ id: '../x', otherId: 'y/z' }),
      'GET /builds/..%2Fx/compare/y%2Fz',
    ],
    [
      'submission',
      () => client.submitBuild({ entityRef: 'component:n/a', attempt: 2 }, '#'),
      'POST /builds?entityRef=component%3An%2Fa&attempt=2',
    ],
    ['rules', () => client.listRules(), 'GET /rules'],
    ['rule', () => client.getRule('a/b c'), 'GET /rules/a/b%20c'],
    ['facets', () => client.listFacets(), 'GET /services/facets'],
    [
      'the waivers of a service',
      () => client.getServiceWaivers('component:n/a'),
      'GET /services/by-name/component/n/a/waivers',
    ],
    [
      'the withdrawal of a waiver',
      () => client.changeWaiver({ id: '../x', action: 'withdraw' }),
      'POST /waivers/..%2Fx/withdraw',
    ],
    [
      'waivers',
      () => client.queryWaivers({ state: 'pending', endsFrom: '2026-11-21' }),
      'GET /waivers?state=pending&endsFrom=2026-11-21',
    ],
  ])('asks for %s', async (_, call, expected) => {
    await call();
    const [url, init] = fetchMock.mock.calls[0];
    expect(
      `${init.method ?? 'GET'} ${url.replace(
        'http://host/api/build-hygiene',
        '',
      )}`,
    ).toBe(expected);
  });

  it('sends the token and the log', async () => {
    const { signal } = new AbortController();
    await client.submitBuild(
      { entityRef: 'component:n/a' },
      new Uint8Array([31, 139, 0]),
      { token: 'T', signal },
    );
    const [, init] = fetchMock.mock.calls[0];
    expect(new Headers(init.headers).get('authorization')).toBe('Bearer T');
    expect(init.body).toEqual(new Uint8Array([31, 139, 0]));
    expect(init.signal).toBe(signal);
  });

  it('sends what a waiver says', async () => {
    const request = {
      rule: 'image/shell-form',
      reason: 'The wrapper passes signals on',
      until: '2026-12-31',
    };
    await client.requestWaiver('component:n/a', request);
    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toMatch(/\/services\/by-name\/component\/n\/a\/waivers$/);
    expect(init.method).toBe('POST');
    expect(new Headers(init.headers).get('content-type')).toBe(
      'application/json',
    );
    expect(JSON.parse(String(init.body))).toEqual(request);
  });

  it('throws the error that the backend answers', async () => {
    fetchMock.mockResolvedValue(
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'no such service' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(client.getService('component:n/a')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { message: 'no such service' },
    });
  });

  it('leaves the address to the app without discovery', async () => {
    await BuildHygieneClient.create({
      fetchApi: { fetch: fetchMock as unknown as typeof fetch },
    }).listRules();
    expect(fetchMock.mock.calls[0][0]).toBe('plugin://build-hygiene/rules');
  });
});
