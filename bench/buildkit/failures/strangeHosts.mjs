/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer as createTlsServer } from 'node:https';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../lib/certificate.mjs';
import { engineDirectory } from '../lib/engine.mjs';
import { must } from '../lib/processes.mjs';

/** Where the strange hosts listen; the builder takes 127.0.0.0/8 for insecure registries. */
export const addresses = {
  silent: '127.0.0.78',
  stranger: '127.0.0.79',
  otherName: '127.0.0.80',
  registry: '127.0.0.81:5000',
  packages: '127.0.0.82',
  nobody: '127.0.0.83:9',
};

/**
 * Hosts that builds meet when something is wrong with the network: one that
 * accepts connections and never says a word, one whose certificate nobody
 * trusts, one whose certificate is for another name, an image registry and a
 * package mirror that refuse.
 */
export class StrangeHosts {
  #servers = [];

  async open() {
    const trusted = join(engineDirectory, 'authority');
    const stranger = mkdtempSync(join(tmpdir(), 'stranger-'));
    try {
      await must('openssl', [
        ...['req', '-x509', '-newkey', 'ec', '-nodes', '-days', '30'],
        ...['-pkeyopt', 'ec_paramgen_curve:P-256', '-subj', '/CN=Stranger'],
        ...['-keyout', join(stranger, 'key.pem')],
        ...['-out', join(stranger, 'certificate.pem')],
      ]);
      await this.#listen(createTcpServer(), addresses.silent, 443);
      await this.#listen(
        createTlsServer(
          await makeCertificate(stranger, ['proxy.corp.example']),
        ),
        addresses.stranger,
        443,
      );
      await this.#listen(
        createTlsServer(await makeCertificate(trusted, ['other.corp.example'])),
        addresses.otherName,
        443,
      );
    } finally {
      rmSync(stranger, { recursive: true });
    }
    await this.#listen(createHttpServer(answerAsRegistry), '127.0.0.81', 5000);
    await this.#listen(
      createHttpServer((_, response) => {
        response.statusCode = 503;
        response.end('Service Unavailable');
      }),
      addresses.packages,
      80,
    );
  }

  close() {
    for (const server of this.#servers) {
      server.closeAllConnections?.();
      server.close();
    }
  }

  async #listen(server, address, port) {
    server.listen(port, address);
    await once(server, 'listening');
    this.#servers.push(server);
  }
}

/** An image registry: the image's name says what becomes of the request. */
function answerAsRegistry({ url, method }, response) {
  const refuse = (status, code, message) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code, message }] }));
  };
  if (url === '/v2/') {
    response.end('{}');
  } else if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
    refuse(403, 'DENIED', 'requested access to the resource is denied');
  } else if (url.includes('/limited/')) {
    refuse(
      429,
      'TOOMANYREQUESTS',
      'You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    );
  } else if (url.includes('/ailing/')) {
    refuse(503, 'UNAVAILABLE', 'service unavailable');
  } else if (url.includes('/other-platform/')) {
    sendIndex(response, method);
  } else {
    refuse(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
  }
}

/** An image that there is for another platform only. */
function sendIndex(response, method) {
  const index = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: `sha256:${'ab'.repeat(32)}`,
        size: 500,
        platform: { os: 'linux', architecture: 's390x' },
      },
    ],
  });
  response.writeHead(200, {
    'content-type': 'application/vnd.oci.image.index.v1+json',
    'content-length': index.length,
  });
  response.end(method === 'HEAD' ? undefined : index);
}
