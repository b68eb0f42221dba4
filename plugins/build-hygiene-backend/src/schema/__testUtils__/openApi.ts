/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Ajv from 'ajv';
import { parse } from 'yaml';

interface Parameter {
  name: string;
  in: string;
}

interface OpenApi {
  paths: Record<
    string,
    Record<string, { parameters?: (Parameter | { $ref: string })[] }>
  >;
  components: { parameters: Record<string, Parameter> };
}

export function readOpenApi(): OpenApi {
  return parse(
    readFileSync(
      resolvePackagePath(
        '@build-hygiene/plugin-build-hygiene-backend',
        'src/schema/openapi.yaml',
      ),
      'utf8',
    ),
  );
}

/** Names of the query parameters of an operation, sorted. */
export function queryParameters(operation: {
  path: string;
  method: string;
}): string[] {
  const { paths, components } = readOpenApi();
  return (paths[operation.path][operation.method].parameters ?? [])
    .map(given =>
      '$ref' in given
        ? components.parameters[given.$ref.split('/').pop()!]
        : given,
    )
    .filter(parameter => parameter.in === 'query')
    .map(({ name }) => name)
    .sort();
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
