/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import http, { IncomingMessage, Server, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { goModHash } from '../goModHash';
import { TestCertificate } from './createCertificate';

/** What a proxy does instead of serving. */
export type Fault =
  | { kind: 'status'; status: number }
  | { kind: 'garbage' }
  | { kind: 'silence' }
  | { kind: 'break' }
  | { kind: 'flood' }
  | { kind: 'redirect'; to: string };

export interface FaultyProxyOptions {
  /** With it, it speaks TLS. */
  certificate?: TestCertificate;
  /** How far its clock is ahead. */
  clockAheadSeconds?: number;
  /** The checksum database that it passes on. */
  passesOn?: string;
}

/** A module with the go.mod of each of its versions. */
export type TestModule = Record<string, string>;

/**
 * A module proxy with modules from memory, over HTTP or HTTPS, that can be told
 * to fail in each of the ways in which real ones do.
 */
export class FaultyProxy {
  /** Paths that were asked for, with what was sent along. */
  readonly requests: { path: string; headers: http.IncomingHttpHeaders }[] = [];
  /** Faults by the start of the path; the first that fits. */
  faults: [string, Fault][] = [];
  /** Answers with these entity tags where they are asked for. */
  etag: string | undefined;
  /** What `@latest` says for modules without versions. */
  latest: Record<string, string> = {};
  #port = 0;
  readonly #server: Server;
  readonly #options: FaultyProxyOptions;
  readonly #modules: Record<string, TestModule>;

  static async start(
    modules: Record<string, TestModule>,
    options: FaultyProxyOptions = {},
  ): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(modules, options);
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    proxy.#port = (proxy.#server.address() as AddressInfo).port;
    return proxy;
  }

  private constructor(
    modules: Record<string, TestModule>,
    options: FaultyProxyOptions,
  ) {
    this.#modules = modules;
    this.#options = options;
    const handler = (request: IncomingMessage, response: ServerResponse) =>
      this.#handle(request, response);
    this.#server = options.certificate
      ? https.createServer(options.certificate, handler)
      : http.createServer(handler);
  }

  /** Its address, also after it was stopped. */
  get url(): string {
    return this.#options.certificate
      ? `https://localhost:${this.#port}`
      : `http://127.0.0.1:${this.#port}`;
  }

  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(request.url ?? '');
    this.requests.push({ path, headers: request.headers });
    const { clockAheadSeconds } = this.#options;
    if (clockAheadSeconds !== undefined) {
      response.sendDate = false;
      response.setHeader(
        'Date',
        new Date(Date.now() + clockAheadSeconds * 1000).toUTCString(),
      );
    }
    const fault = this.faults.find(([start]) => path.startsWith(start))?.[1];
    if (fault) {
      this.#fail(fault, response);
      return;
    }
    const body = this.#bodyOf(path);
    if (body === undefined) {
      response.writeHead(404).end('not found');
    } else if (this.etag !== undefined) {
      response.setHeader('ETag', this.etag);
      const holds = request.headers['if-none-match'] === this.etag;
      response.writeHead(holds ? 304 : 200).end(holds ? undefined : body);
    } else {
      response.writeHead(200).end(body);
    }
  }

  #fail(fault: Fault, response: ServerResponse): void {
    switch (fault.kind) {
      case 'status':
        response.writeHead(fault.status).end('no');
        return;
      case 'garbage':
        response.writeHead(200).end('<html><h1>Please log in</h1></html>');
        return;
      case 'silence':
        return;
      case 'break':
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write('mod', () => response.destroy());
        return;
      case 'flood': {
        const more = () => {
          while (!response.destroyed && response.write('v1.0.0\n'.repeat(999)));
        };
        response.on('drain', more);
        more();
        return;
      }
      case 'redirect':
        response.writeHead(302, { Location: fault.to }).end();
        return;
      default:
        throw new Error(`unexpected fault ${fault satisfies never}`);
    }
  }

  #bodyOf(path: string): string | undefined {
    const database = this.#options.passesOn;
    if (database !== undefined && path.startsWith(`/sumdb/${database}/`)) {
      return this.#databaseBodyOf(path.slice(`/sumdb/${database}`.length));
    }
    if (path === '/latest' || path.startsWith('/lookup/')) {
      return this.#databaseBodyOf(path);
    }
    const [, escaped, what] = /^\/(.+)\/(@latest|@v\/.+)$/.exec(path) ?? [];
    const name = unescape(escaped ?? '');
    const found = this.#modules[name];
    if (what === '@latest') {
      const version = this.latest[name];
      return version && JSON.stringify({ Version: version });
    }
    if (!found) {
      return undefined;
    }
    if (what === '@v/list') {
      const pseudo = /-0\.\d{14}-|-\d{14}-/;
      return Object.keys(found)
        .filter(version => !pseudo.test(version))
        .map(version => `${version}\n`)
        .join('');
    }
    const [, version, extension] = /^@v\/(.+)\.(info|mod)$/.exec(what) ?? [];
    const goMod = found[unescape(version ?? '')];
    return extension === 'info' && goMod !== undefined
      ? JSON.stringify({ Version: unescape(version) })
      : goMod;
  }

  #databaseBodyOf(path: string): string | undefined {
    const tree = 'go.sum database tree\n7\nAbCd=\n\n— sum.example AbCdEf\n';
    if (path === '/supported') {
      return '';
    }
    if (path === '/latest') {
      return tree;
    }
    const [, name, version] = /^\/lookup\/(.+)@(.+)$/.exec(path) ?? [];
    const goMod = this.#modules[unescape(name ?? '')]?.[version ?? ''];
    return (
      goMod &&
      `3\n${unescape(name)} ${version} h1:AbCd=\n${unescape(
        name,
      )} ${version}/go.mod ${goModHash(goMod)}\n\n${tree}`
    );
  }
}

function unescape(text: string): string {
  return text.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
