/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import express from 'express';
import request from 'supertest';

/** The file as text, which supertest does for few types only. */
export async function downloadFile(app: express.Express, url: string) {
  return request(app)
    .get(url)
    .buffer(true)
    .parse((stream, done) => {
      let body = '';
      stream.on('data', chunk => (body += chunk));
      stream.on('end', () => done(null, body));
    });
}
