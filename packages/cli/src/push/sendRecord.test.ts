/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { readRetryAfter, sendRecord, SentBuild } from './sendRecord';

const token = 'the-token-of-the-job';
const build = {
  id: 'b1',
  entityRef: 'component:default/orders',
  outcome: 'success',
  cache: { cacheable: 3, cached: 2, hitRate: 2 / 3 },
};

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const answer =
  (
    status: number,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Answer =>
  response =>
    response.writeHead(status, headers).end(JSON.stringify(body));

describe('sendRecord', () => {
  const server = createServer();
  let url: URL;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = new URL(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    );
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function send(...answers: Answer[]) {
    const waits: number[] = [];
    let requests = 0;
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      request.resume().on('end', () => {
        answers[Math.min(requests++, answers.length - 1)](response, request);
      });
    });
    const ending: { sent?: SentBuild; error?: string } = await sendRecord({
      url,
      token,
      record: Buffer.from('log'),
      wait: async seconds => waits.push(seconds),
    }).then(
      sent => ({ sent }),
      (error: Error) => ({ error: error.message }),
    );
    return { ...ending, waits, requests };
  }

  it('sends once when it is taken in', async () => {
    expect(await send(answer(201, build))).toEqual({
      sent: build,
      waits: [],
      requests: 1,
    });
  });

  it('waits as long as the backend says, within bounds', async () => {
    const { sent, waits } = await send(
      answer(429, {}, { 'retry-after': '7' }),
      answer(503, {}, { 'retry-after': '86400' }),
      answer(502),
      answer(200, build),
    );
    expect({ sent, waits }).toEqual({ sent: build, waits: [7, 30, 4] });
  });

  it('gives up after some tries', async () => {
    expect(
      await send(answer(500, { error: { message: `no room for ${token}` } })),
    ).toEqual({
      error: 'tried 4 times, then status 500: no room for ***',
      waits: [1, 2, 4],
      requests: 4,
    });
  });

  it('tries again when the connection is lost', async () => {
    const { sent, waits } = await send(
      response => response.destroy(),
      answer(201, build),
    );
    expect({ sent, waits }).toEqual({ sent: build, waits: [1] });
  });

  it.each([400, 401, 403, 404, 413])(
    'does not ask again after %d',
    async status => {
      const { error, requests } = await send(
        answer(status, { error: { message: `No: ${token}` } }),
      );
      expect({ error, requests }).toEqual({
        error: `status ${status}: No: ***`,
        requests: 1,
      });
    },
  );

  it.each<[string, Answer]>([
    ['a page', response => response.end('<html>')],
    ['other JSON', answer(200, { id: 7 })],
    ['null', answer(200, null)],
  ])('does not take %s for an answer', async (_, other) => {
    expect((await send(other)).error).toMatch(/--url/);
  });

  it('takes the token nowhere else', async () => {
    const visitors: unknown[] = [];
    const { error } = await send((response, request) => {
      visitors.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(error).toMatch(/redirect/i);
    expect(new Set(visitors)).toEqual(new Set(['/']));
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-11-01T12:00:00Z');
  it.each([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['0', 0],
    ['12', 12],
    ['3600', 30],
    ['Sun, 01 Nov 2026 12:00:10 GMT', 10],
    ['Sun, 01 Nov 2026 11:00:00 GMT', 0],
  ])('%j', (value, seconds) => {
    expect(readRetryAfter(value, now)).toBe(seconds);
  });
});
