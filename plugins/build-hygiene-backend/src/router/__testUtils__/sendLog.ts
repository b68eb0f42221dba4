/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';

export const log = `#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 31B done
#1 DONE 0.0s

#2 [1/2] FROM docker.io/library/golang:1.25
#2 DONE 0.1s

#3 [2/2] RUN go build ./...
#3 DONE 12.5s
`;

export const failedLog = `#0 building with "ci" instance using docker-container driver

#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#2 [1/2] FROM docker.io/library/golang:1.24
#2 DONE 0.1s

#3 [2/2] RUN go build ./...
#3 1.0 go: example.com/x@v1.0.0: reading https://proxy.example.com/x.info: 404 Not Found
#3 ERROR: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1
------
 > [2/2] RUN go build ./...:
1.0 go: example.com/x@v1.0.0: reading https://proxy.example.com/x.info: 404 Not Found
------
ERROR: failed to solve: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1
`;

/** Sends a build of the first of the two services, unless told otherwise. */
export async function sendLog(
  app: express.Express,
  query: Record<string, string> = {},
  body: string | Buffer = log,
  headers: Record<string, string> = {},
) {
  return request(app)
    .post('/builds')
    .query({ entityRef: 'component:default/a', ...query })
    .set({
      Authorization: mockCredentials.service.header(),
      'Content-Type': 'text/plain',
      ...headers,
    })
    .send(body);
}
