/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from './listen';
import { artifactBody, jobBody, runBody, StandInRun } from './responses';

export interface StandInRequest {
  path: string;
  status: number;
  /** Whether it was a conditional one. */
  isConditional: boolean;
}

/** What the host answers instead, once for each. */
export interface StandInAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * GitHub on this machine: its API, and the storage that it redirects downloads
 * to, which is another host and refuses requests with a token.
 */
export interface GithubStandIn {
  readonly apiUrl: string;
  /** Runs by the full name of their repository. */
  readonly repositories: Map<string, StandInRun[]>;
  /** New names of repositories that were renamed. */
  readonly renamed: Map<string, string>;
  /** What was asked of the API, in order. */
  readonly requests: StandInRequest[];
  /** Paths that were asked of the storage. */
  readonly downloads: string[];
  /** Paths of the storage whose next answer breaks off. */
  readonly broken: string[];
  readonly rate: { limit: number; remaining: number; reset: number };
  /** Most requests at the same time so far. */
  readonly mostAtOnce: number;
  /** Answers to requests of paths that contain these, before all else. */
  readonly answers: [path: string, answer: StandInAnswer][];
  /** Throws when a token was sent to the storage. */
  close(): Promise<void>;
}

export const host = 'github.example.com';
export const token = 'not-a-real-token';

const json = (status: number, body: unknown): StandInAnswer => ({
  status,
  body,
});
const notFound = json(404, {
  message: 'Not Found',
  documentation_url: 'https://docs.github.com/rest',
  status: '404',
});
const gone = (what: string) =>
  json(410, { message: `${what} has expired`, status: '410' });

export async function startGithub(): Promise<GithubStandIn> {
  const repositories = new Map<string, StandInRun[]>();
  const renamed = new Map<string, string>();
  const requests: StandInRequest[] = [];
  const downloads: string[] = [];
  const leaks: string[] = [];
  const broken: string[] = [];
  const answers: [string, StandInAnswer][] = [];
  const rate = { limit: 5000, remaining: 5000, reset: 0 };
  const files = new Map<string, Uint8Array>();
  let origin = '';
  let atOnce = 0;
  let mostAtOnce = 0;

  const storage = await listen((request, response) => {
    const path = request.url!.replace(/\?.*/, '');
    downloads.push(path);
    if (request.headers.authorization !== undefined) {
      leaks.push(path);
      response.writeHead(400).end('Authorization header is not allowed here');
      return;
    }
    const content = files.get(path);
    if (content && broken.includes(path)) {
      broken.splice(broken.indexOf(path), 1);
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 100), () => response.destroy());
      return;
    }
    response.writeHead(content ? 200 : 404).end(content);
  });

  /** As GitHub does: a signed address that is valid for a minute. */
  function redirect(path: string, content: Uint8Array): StandInAnswer {
    files.set(path, content);
    return {
      status: 302,
      headers: { location: `${storage.url}${path}?sig=signature` },
    };
  }

  function answer(url: URL): StandInAnswer {
    const match = /^\/api\/v3\/repos\/([^/]+\/[^/]+)\/(.*)$/.exec(url.pathname);
    const repository = match?.[1] ?? '';
    const name = renamed.get(repository);
    if (name) {
      const location = url.href.replace(repository, name);
      return { ...json(301, { message: 'Moved' }), headers: { location } };
    }
    const runs = repositories.get(repository);
    if (!match || !runs) {
      return notFound;
    }
    const place = { repository, host, api: `${origin}/api/v3` };
    const path = match[2];
    if (path === 'actions/runs') {
      return listRuns(url, { runs, place });
    }
    const ofRun = /^actions\/runs\/(\d+)(\/.*)$/.exec(path);
    const run = runs.find(({ id }) => id === Number(ofRun?.[1]));
    if (run && ofRun?.[2] === '/artifacts') {
      const artifacts = (run.artifacts ?? []).map(artifact =>
        artifactBody(artifact, { ...place, run }),
      );
      return paged(url, { key: 'artifacts', items: artifacts });
    }
    const ofAttempt = /^\/attempts\/(\d+)(\/jobs)?$/.exec(ofRun?.[2] ?? '');
    const number = Number(ofAttempt?.[1]);
    const attempt = run?.attempts[number - 1];
    if (run && attempt) {
      return ofAttempt?.[2]
        ? paged(url, {
            key: 'jobs',
            items: (attempt.jobs ?? []).map(job =>
              jobBody(job, { ...place, run, attempt: number }),
            ),
          })
        : json(200, runBody(run, { ...place, attempt: number }));
    }
    const ofArtifact = /^actions\/artifacts\/(\d+)\/zip$/.exec(path);
    const artifact = runs
      .flatMap(({ artifacts = [] }) => artifacts)
      .find(({ id }) => id === Number(ofArtifact?.[1]));
    if (artifact) {
      return artifact.archive && !artifact.expired
        ? redirect(`/artifacts/${artifact.id}.zip`, artifact.archive)
        : gone('Artifact');
    }
    const ofJob = /^actions\/jobs\/(\d+)\/logs$/.exec(path);
    const job = runs
      .flatMap(({ attempts }) => attempts.flatMap(({ jobs = [] }) => jobs))
      .find(({ id }) => id === Number(ofJob?.[1]));
    if (job) {
      return job.log === undefined
        ? gone('Log')
        : redirect(`/logs/${job.id}.txt`, Buffer.from(job.log));
    }
    return notFound;
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url!, origin);
    const path = `${url.pathname}${url.search}`;
    const condition = request.headers['if-none-match'];
    const planned = answers.findIndex(([part]) => path.includes(part));
    const special = planned < 0 ? undefined : answers.splice(planned, 1)[0][1];
    const { status, headers, body } =
      special ??
      (request.headers.authorization === `Bearer ${token}`
        ? answer(url)
        : json(401, { message: 'Bad credentials', status: '401' }));
    const text = body === undefined ? '' : JSON.stringify(body);
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
    const isUnchanged = status === 200 && condition === etag;
    // An answer that is as it was costs nothing.
    rate.remaining -= isUnchanged ? 0 : 1;
    requests.push({
      path,
      status: isUnchanged ? 304 : status,
      isConditional: condition !== undefined,
    });
    response.writeHead(isUnchanged ? 304 : status, {
      ...(status === 200 && { etag }),
      'content-type': 'application/json; charset=utf-8',
      'x-github-api-version-selected': '2022-11-28',
      'x-ratelimit-limit': rate.limit,
      'x-ratelimit-remaining': rate.remaining,
      'x-ratelimit-reset': rate.reset,
      'x-ratelimit-resource': 'core',
      ...headers,
    });
    response.end(isUnchanged ? undefined : text);
  }

  const api = await listen((request, response) => {
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    // Later, so that requests that were sent together are here together.
    setImmediate(() => {
      atOnce--;
      handle(request, response);
    });
  });

  origin = api.url;

  return {
    apiUrl: `${origin}/api/v3`,
    repositories,
    renamed,
    requests,
    downloads,
    broken,
    rate,
    get mostAtOnce() {
      return mostAtOnce;
    },
    answers,
    close: async () => {
      await api.close();
      await storage.close();
      if (leaks.length > 0) {
        throw new Error(`A token was sent to the storage: ${leaks}`);
      }
    },
  };
}

function listRuns(
  url: URL,
  options: {
    runs: readonly StandInRun[];
    place: { repository: string; host: string; api: string };
  },
): StandInAnswer {
  const { runs, place } = options;
  const since = /^>=(\d{4}-\d\d-\d\d)$/.exec(
    url.searchParams.get('created') ?? '',
  );
  if (url.searchParams.get('status') !== 'completed' || !since) {
    return json(422, { message: 'Validation Failed' });
  }
  const listed = runs
    .filter(({ status = 'completed' }) => status === 'completed')
    .filter(({ createdAt }) => createdAt >= since[1])
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map(run => runBody(run, place));
  return paged(url, { key: 'workflow_runs', items: listed });
}

function paged(
  url: URL,
  list: { key: string; items: readonly unknown[] },
): StandInAnswer {
  const { key, items } = list;
  const perPage = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const to = (number: number) => {
    const other = new URL(url);
    other.searchParams.set('page', `${number}`);
    return other.href;
  };
  const last = Math.ceil(items.length / perPage);
  return {
    status: 200,
    ...(page < last && {
      headers: {
        link: `<${to(page + 1)}>; rel="next", <${to(last)}>; rel="last"`,
      },
    }),
    body: {
      total_count: items.length,
      [key]: items.slice((page - 1) * perPage, page * perPage),
    },
  };
}
