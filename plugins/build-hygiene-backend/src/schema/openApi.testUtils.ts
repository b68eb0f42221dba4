/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

export function readOpenApi(): OpenApi {
  return parse(readFileSync(path.join(__dirname, 'openapi.yaml'), 'utf8'));
}

/** What is wrong with a JSON answer, by the document. */
export function responseCheck(
  operation: { path: string; method: string; status: number },
  body: unknown,
): string[] {
  const { path: route, method, status } = operation;
  // Formats are for readers of the document; the rest is plain JSON schema.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(readOpenApi() as object, 'openapi');
  const pointer = [
    'paths',
    route,
    method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ].map(part =>
    encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')),
  );
  const validate = ajv.compile({ $ref: `openapi#/${pointer.join('/')}` });
  return validate(body)
    ? []
    : validate.errors!.map(error => `${error.instancePath} ${error.message}`);
}
