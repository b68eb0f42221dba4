/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { SourceAccess } from './SourceAccess';
import { asSourceError, SourceError } from './SourceError';

/** What a request may cost. */
export interface RequestBounds {
  /** For the whole answer. */
  timeoutMilliseconds: number;
  /** Of the body. */
  maximumBytes: number;
}

export interface RequestSourceOptions extends RequestBounds {
  signal?: AbortSignal;
  /** Of the answer that is known: the source may say that it still holds. */
  known?: { etag?: string; lastModified?: string };
}

/** A whole answer of a source. */
export interface SourceResponse {
  status: number;
  body: string;
  etag?: string;
  lastModified?: string;
  /** The clock of the source, ISO. */
  date?: string;
  milliseconds: number;
}

const maximumRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one GET request to a source. A redirect is followed within the
 * source's own host alone: what a source says is no reason to contact others,
 * least of all those inside the network.
 *
 * @throws SourceError where there is no answer that can be used
 */
export async function requestSource(
  access: SourceAccess,
  path: string,
  options: RequestSourceOptions,
): Promise<SourceResponse> {
  const start = performance.now();
  const time = AbortSignal.timeout(options.timeoutMilliseconds);
  const signal = options.signal
    ? AbortSignal.any([options.signal, time])
    : time;
  let url = new URL(`${access.url}${path}`);
  const { host, protocol } = url;
  for (let count = 0; count <= maximumRedirects; count++) {
    const { response, body } = await request(url, {
      ...options,
      access,
      signal,
      time,
    });
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (!redirects.has(status) || location === undefined) {
      const { etag, date } = response.headers;
      const lastModified = response.headers['last-modified'];
      const clock = date === undefined ? NaN : Date.parse(date);
      return {
        status,
        body,
        ...(etag !== undefined && { etag }),
        ...(lastModified !== undefined && { lastModified }),
        ...(!Number.isNaN(clock) && { date: new Date(clock).toISOString() }),
        milliseconds: Math.round(performance.now() - start),
      };
    }
    url = resolve(location, url);
    const upgrades = protocol === 'http:' && url.protocol === 'https:';
    if (url.host !== host || (url.protocol !== protocol && !upgrades)) {
      throw new SourceError(
        'redirect',
        `It redirects to ${url.protocol}//${url.host}, which is not configured.`,
      );
    }
  }
  throw new SourceError('redirect', 'It redirects without end.');
}

function resolve(location: string, base: URL): URL {
  try {
    return new URL(location, base);
  } catch {
    throw new SourceError('redirect', 'It redirects to what is no address.');
  }
}

interface WholeRequest extends RequestSourceOptions {
  access: SourceAccess;
  signal: AbortSignal;
  time: AbortSignal;
  /** Whether it was sent before, over a connection that had ended. */
  again?: boolean;
}

function request(
  url: URL,
  options: WholeRequest,
): Promise<{ response: IncomingMessage; body: string }> {
  const {
    access: { authorization, ca },
    known,
    maximumBytes,
    signal,
    time,
  } = options;
  return new Promise((resolvePromise, reject) => {
    let connected = false;
    const fail = (error: unknown) => {
      if (error instanceof SourceError) {
        reject(error);
      } else if (time.aborted) {
        reject(
          connected
            ? new SourceError('silent', 'It does not answer in time.')
            : new SourceError('unreachable', 'It takes no connection in time.'),
        );
      } else if (signal.aborted) {
        reject(new SourceError('aborted', 'The request was ended.'));
      } else {
        reject(asSourceError(error));
      }
    };
    const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'GET',
      signal,
      headers: {
        Accept: '*/*',
        'User-Agent': 'build-hygiene',
        ...(authorization !== undefined && { Authorization: authorization }),
        ...(known?.etag !== undefined && { 'If-None-Match': known.etag }),
        ...(known?.lastModified !== undefined && {
          'If-Modified-Since': known.lastModified,
        }),
      },
      ...(ca !== undefined && { ca }),
    });
    outgoing.on('error', error => {
      // A source may end a connection that is kept in the very moment in which
      // it is used again, which says nothing of the source:
      // https://nodejs.org/api/http.html#requestreusedsocket
      const isStale =
        outgoing.reusedSocket &&
        (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (isStale && !options.again && !signal.aborted) {
        request(url, { ...options, again: true }).then(resolvePromise, reject);
      } else {
        fail(error);
      }
    });
    outgoing.on('socket', socket => {
      if (socket.connecting) {
        socket.once('connect', () => {
          connected = true;
        });
      } else {
        connected = true;
      }
    });
    outgoing.on('response', response => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maximumBytes) {
          outgoing.destroy(
            new SourceError(
              'too-large',
              `It sends more than ${maximumBytes} bytes.`,
            ),
          );
          return;
        }
        chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('aborted', () => fail({ code: 'ECONNRESET' }));
      response.on('end', () =>
        resolvePromise({
          response,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.end();
  });
}
