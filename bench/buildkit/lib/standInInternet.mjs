/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { once } from 'node:events';
import { join, normalize } from 'node:path';
import { makeCertificate } from './certificate.mjs';

// Its own loopback address, so that nothing else of the machine is in the way
// of port 443.
const address = '127.0.0.77';
const goHosts = ['proxy.golang.org', 'sum.golang.org'];

/**
 * Plays Go's module proxy from a folder, and private git hosts from bare
 * repositories, over HTTPS on this machine alone. The checksum database knows
 * no module, as it knows no private one.
 */
export class StandInInternet {
  constructor({ authority, modules, gitHosts = {}, fault = () => false }) {
    this.authority = authority;
    // Answers in the place of the module proxy, where it returns true.
    this.fault = fault;
    this.modules = modules;
    // Host name → { folder, token }.
    this.gitHosts = gitHosts;
    /** Of modules and what belongs to them, since the start. */
    this.moduleBytes = 0;
  }

  get hosts() {
    return [...goHosts, ...Object.keys(this.gitHosts)];
  }

  /** What sends a build's requests here. */
  get buildOptions() {
    return this.hosts.flatMap(host => ['--add-host', `${host}:${address}`]);
  }

  async open() {
    const certificate = await makeCertificate(this.authority, this.hosts);
    this.server = createServer(certificate, (request, response) => {
      this.answer(request, response);
    });
    this.server.listen(443, address);
    await once(this.server, 'listening');
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  answer(request, response) {
    const host = request.headers.host?.split(':')[0];
    const url = new URL(request.url, `https://${host}`);
    if (host === 'proxy.golang.org' && this.fault(url, response)) {
      return;
    }
    if (host === 'proxy.golang.org') {
      this.sendModule(url, response);
    } else if (this.gitHosts[host] && url.searchParams.has('go-get')) {
      sendGoImport(url, response);
    } else if (this.gitHosts[host]) {
      this.serveGit(this.gitHosts[host], { request, response, url });
    } else {
      refuse(response, 404, 'not found');
    }
  }

  sendModule(url, response) {
    const path = normalize(decodeURIComponent(url.pathname));
    const file = join(this.modules, path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (path.startsWith('/sumdb/') || !found?.isFile()) {
      refuse(response, 404, 'not found: module is unknown to this proxy');
      return;
    }
    this.moduleBytes += found.size;
    response.setHeader('content-length', found.size);
    createReadStream(file).pipe(response);
  }

  serveGit({ folder, token }, { request, response, url }) {
    const [, password] = Buffer.from(
      request.headers.authorization?.replace(/^Basic /, '') ?? '',
      'base64',
    )
      .toString('utf8')
      .split(':');
    if (password !== token) {
      response.setHeader('www-authenticate', 'Basic realm="git"');
      refuse(response, 401, 'HTTP Basic: Access denied');
      return;
    }
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.searchParams.toString(),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        HTTP_GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
        REMOTE_USER: 'ci',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(backend.stdin);
    relayCgi(backend.stdout, response);
  }
}

function refuse(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${text}\n`);
}

// https://go.dev/ref/mod#vcs-find
function sendGoImport(url, response) {
  const root = url.pathname.split('/').slice(1, 3).join('/');
  const path = `${url.hostname}/${root}`;
  response.setHeader('content-type', 'text/html');
  response.end(
    `<meta name="go-import" content="${path} git https://${path}.git">\n`,
  );
}

/** Turns a CGI answer (headers, blank line, body) into an HTTP one. */
function relayCgi(source, response) {
  let head = Buffer.alloc(0);
  let streaming = false;
  source.on('data', chunk => {
    if (streaming) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) {
      return;
    }
    streaming = true;
    for (const line of head.subarray(0, end).toString('latin1').split('\r\n')) {
      const [name, value] = line.split(/:\s*/, 2);
      if (name.toLowerCase() === 'status') {
        response.statusCode = Number.parseInt(value, 10);
      } else {
        response.setHeader(name, value);
      }
    }
    response.write(head.subarray(end + 4));
  });
  source.on('end', () => response.end());
}
