/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { gunzipSync } from 'node:zlib';
import { failed, notFound } from './answers';
import { runGit } from './runGit';
import { HostAnswer, HostedRepository, HostRequest } from './types';

const services = ['git-upload-pack', 'git-receive-pack'];

/**
 * Clone, fetch and push, with git's own programs behind HTTP.
 *
 * https://git-scm.com/docs/gitprotocol-http
 */
export async function answerGit(
  { git }: HostedRepository,
  path: string,
  request: HostRequest,
): Promise<HostAnswer> {
  const isListing = path === '/info/refs' && request.method === 'GET';
  const service = isListing ? request.query.get('service') : path.slice(1);
  if (service === null || !services.includes(service)) {
    return notFound();
  }
  if (!isListing && request.method !== 'POST') {
    return failed(405, 'Method Not Allowed');
  }
  const body =
    request.headers['content-encoding'] === 'gzip'
      ? gunzipSync(request.body)
      : request.body;
  const protocol = request.headers['git-protocol'];
  const answer = await runGit(
    [
      service.replace('git-', ''),
      '--stateless-rpc',
      ...(isListing ? ['--advertise-refs'] : []),
      git.path,
    ],
    {
      ...(!isListing && { input: body }),
      env: protocol ? { GIT_PROTOCOL: protocol } : {},
    },
  );
  return {
    status: 200,
    headers: {
      'cache-control': 'no-cache',
      'content-type': `application/x-${service}-${
        isListing ? 'advertisement' : 'result'
      }`,
    },
    body: isListing ? Buffer.concat([announce(service), answer]) : answer,
  };
}

/** The packet line that comes before the references, and the one that ends it. */
function announce(service: string): Buffer {
  const line = `# service=${service}\n`;
  const length = (line.length + 4).toString(16).padStart(4, '0');
  return Buffer.from(`${length}${line}0000`);
}
