/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, JWTPayload, SignJWT } from 'jose';

/** An issuer of tokens on this machine, with its discovery document and keys. */
export interface LocalIssuer {
  url: string;
  /** Paths that were asked for. */
  requests: string[];
  /** What is answered in the place of a document, by path. */
  answers: Map<string, (response: ServerResponse) => void>;
  /** Signs with the newest key; valid for five minutes from `now`. */
  sign(
    claims: JWTPayload,
    options?: { now?: number; keyId?: string },
  ): Promise<string>;
  /** Publishes a new key and no longer the old one. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<LocalIssuer> {
  const requests: string[] = [];
  const answers: LocalIssuer['answers'] = new Map();
  const createKey = () => generateKeyPair('ES256');
  let keys = await createKey();
  let generation = 1;
  let url = '';
  const server = createServer(async (request, response) => {
    const path = request.url!;
    requests.push(path);
    const answer = answers.get(path);
    if (answer) {
      answer(response);
      return;
    }
    response.setHeader('content-type', 'application/json');
    switch (path) {
      case '/.well-known/openid-configuration':
        response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }));
        break;
      case '/keys': {
        const key = await exportJWK(keys.publicKey);
        response.end(
          JSON.stringify({ keys: [{ ...key, kid: `${generation}` }] }),
        );
        break;
      }
      default:
        response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    answers,
    sign: async (
      claims,
      { now = Date.now(), keyId = `${generation}` } = {},
    ) => {
      const seconds = Math.floor(now / 1000);
      return new SignJWT({
        iss: url,
        iat: seconds,
        exp: seconds + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: keyId })
        .sign(keys.privateKey);
    },
    rotate: async () => {
      keys = await createKey();
      generation++;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
