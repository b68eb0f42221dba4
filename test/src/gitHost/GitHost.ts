/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Access } from './Access';
import { answerGit } from './answerGit';
import { answerGraphql } from './answerGraphql';
import { failed, notFound } from './answers';
import { BareRepository } from './BareRepository';
import { downloadKey, routes } from './routes';
import {
  HostAddresses,
  HostAnswer,
  HostedRepository,
  HostRequest,
} from './types';

const apiPath = '/api/v3';

/** How a git host is set up. */
export interface GitHostOptions {
  /** Folder for its repositories. */
  path: string;
  /** What programs have to show. */
  token: string;
  /** The host that people look at; it has no pages here. */
  webHost: string;
  /** Default: any that is free. */
  port?: number;
  /** Requests that a token allows. */
  rateLimit?: number;
  /** Entries of a tree that are listed at most. */
  treeLimit?: number;
}

/**
 * A git host on this machine: real repositories, git's own protocol, and in
 * front of them the parts of GitHub's API that a portal uses, with answers as
 * GitHub documents them for an Enterprise Server.
 */
export class GitHost {
  readonly access: Access;
  /** Method, path and status of what was asked, in order. */
  readonly requests: { method: string; path: string; status: number }[] = [];
  /** Sees each request first; what it gives is the answer. */
  intercept: (request: HostRequest) => Promise<HostAnswer | undefined> =
    async () => undefined;
  readonly #path: string;
  readonly #server: Server;
  readonly #addresses: HostAddresses;
  readonly #repositories = new Map<string, HostedRepository>();

  static async start(options: GitHostOptions): Promise<GitHost> {
    const server = createServer();
    await new Promise<void>((done, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', done);
    });
    return new GitHost(server, options);
  }

  private constructor(server: Server, options: GitHostOptions) {
    const {
      path,
      token,
      webHost,
      rateLimit = 5000,
      treeLimit = 100_000,
    } = options;
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    this.#path = path;
    this.#server = server;
    this.#addresses = {
      url,
      apiUrl: `${url}${apiPath}`,
      webUrl: `https://${webHost}`,
      treeLimit,
    };
    this.access = new Access({ token, limit: rateLimit });
    server.on('request', (request, response) => {
      this.#serve(request, response).catch(error => {
        send(response, failed(500, `${error}`));
      });
    });
  }

  get apiUrl(): string {
    return this.#addresses.apiUrl;
  }

  /** Adds a repository with the files of a folder on its first branch. */
  async addRepository(options: {
    owner: string;
    name: string;
    folder: string;
    defaultBranch?: string;
  }): Promise<HostedRepository> {
    const { owner, name, folder, defaultBranch = 'main' } = options;
    const repository: HostedRepository = {
      id: this.#repositories.size + 1,
      owner,
      name,
      defaultBranch,
      git: await BareRepository.fromFolder({
        path: join(this.#path, owner, `${name}.git`),
        folder,
        branch: defaultBranch,
      }),
      pulls: [],
    };
    this.#repositories.set(`${owner}/${name}`, repository);
    return repository;
  }

  /** Where git finds a repository. */
  cloneUrl({ owner, name }: HostedRepository, token: string): string {
    const url = new URL(`${this.#addresses.url}/${owner}/${name}.git`);
    url.username = 'x-access-token';
    url.password = token;
    return url.href;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => {
      this.#server.close(done);
    });
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse) {
    const request = await readRequest(incoming);
    const answer =
      (await this.intercept(request)) ?? (await this.#answer(request));
    const { method, path } = request;
    this.requests.push({ method, path, status: answer.status });
    send(response, answer);
  }

  async #answer(request: HostRequest): Promise<HostAnswer> {
    const { path } = request;
    if (path.startsWith(`${apiPath}/`) || path === '/api/graphql') {
      return this.#answerApi(request);
    }
    const [, owner, name, commit] =
      /^\/_codeload\/([^/]+)\/([^/]+)\/([0-9a-f]+)$/.exec(path) ?? [];
    if (owner) {
      return this.#answerDownload(`${owner}/${name}`, commit, request);
    }
    const [, slug, rest] = /^\/([^/]+\/[^/]+)\.git(\/.+)$/.exec(path) ?? [];
    const repository = this.#repositories.get(slug);
    return (
      this.access.refuseGit(request) ??
      (repository ? answerGit(repository, rest, request) : notFound())
    );
  }

  async #answerApi(request: HostRequest): Promise<HostAnswer> {
    const refusal = this.access.refuse(request);
    if (refusal) {
      return { ...refusal, headers: this.access.headers() };
    }
    const answer =
      request.path === '/api/graphql'
        ? await answerGraphql(this.#addresses, this.#repositories, request)
        : await this.#answerRest(request);
    const etag = etagOf(answer);
    // What has not changed costs nothing.
    const isKnown =
      etag !== undefined &&
      request.method === 'GET' &&
      request.headers['if-none-match'] === etag;
    if (!isKnown) {
      this.access.remaining -= 1;
    }
    return {
      ...(isKnown ? { status: 304 } : answer),
      headers: {
        ...answer.headers,
        ...(etag && { etag }),
        ...this.access.headers(),
      },
    };
  }

  async #answerRest(request: HostRequest): Promise<HostAnswer> {
    const [, slug, rest] =
      /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(
        request.path.slice(apiPath.length),
      ) ?? [];
    const repository = this.#repositories.get(slug);
    if (!repository) {
      return notFound();
    }
    for (const route of routes) {
      const match = route.method === request.method && route.path.exec(rest);
      if (match) {
        return route.answer({
          host: this.#addresses,
          repository,
          request,
          parts: match.slice(1),
        });
      }
    }
    return notFound();
  }

  async #answerDownload(
    slug: string,
    commit: string,
    { query }: HostRequest,
  ): Promise<HostAnswer> {
    const repository = this.#repositories.get(slug);
    if (!repository || query.get('token') !== downloadKey(repository, commit)) {
      return notFound();
    }
    const { owner, name, git } = repository;
    return {
      status: 200,
      headers: { 'content-type': 'application/x-gzip' },
      body: await git.archive(commit, `${owner}-${name}-${commit.slice(0, 7)}`),
    };
  }
}

async function readRequest(incoming: IncomingMessage): Promise<HostRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://host');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    body: Buffer.concat(chunks),
  };
}

function etagOf({ status, body }: HostAnswer): string | undefined {
  return status === 200
    ? `"${createHash('sha256').update(bytesOf(body)).digest('hex')}"`
    : undefined;
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined) {
    return Buffer.alloc(0);
  }
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

function send(response: ServerResponse, { status, headers, body }: HostAnswer) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(bytesOf(body));
}
