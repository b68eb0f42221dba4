/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { schemaSections, typeOf } from './apiSchemas.mjs';
import { cell, table } from './markdown.mjs';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The API as people read it: routes first, then what they send and answer. */
export function apiPage(document) {
  const resolve = value =>
    value.$ref
      ? value.$ref
          .split('/')
          .slice(1)
          .reduce((node, key) => node[key], document)
      : value;
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter(method => item[method])
      .map(method => ({
        route: `${method.toUpperCase()} ${path}`,
        operation: item[method],
      })),
  );
  return [
    '<!-- Written by scripts/generate-reference.mjs from plugins/build-hygiene-backend/src/schema/openapi.yaml. -->',
    '# API reference',
    document.info.description,
    'The [OpenAPI document](../../plugins/build-hygiene-backend/src/schema/openapi.yaml) is the source of this page, and what requests and answers are checked by. `BuildHygieneClient` of `@build-hygiene/plugin-build-hygiene-common` calls all of it from TypeScript. Requests carry a Backstage token, `Authorization: Bearer …`, but where a route says otherwise; [permissions](../permissions.md) says which permission each asks for, and what a token for CI looks like.',
    table(
      ['route', 'what it is for'],
      routes.map(({ route, operation }) => [
        `[\`${route}\`](#${slugOf(route)})`,
        cell(operation.summary),
      ]),
    ),
    '## Routes',
    ...routes.flatMap(({ route, operation }) => [
      `### ${route}`,
      operation.summary,
      operation.description,
      operation.security?.length === 0 && 'Needs no token.',
      parametersOf((operation.parameters ?? []).map(resolve)),
      bodyOf(operation.requestBody && resolve(operation.requestBody)),
      answersOf(operation.responses, resolve),
    ]),
    '## Errors',
    'Any other status comes with what went wrong:',
    contentOf(document.components.responses.Error.content),
    '## Schemas',
    ...schemaSections(document.components.schemas),
    '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The anchor that a heading gets. */
function slugOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

function parametersOf(parameters) {
  return (
    parameters.length > 0 &&
    table(
      ['parameter', 'in', 'type', 'meaning'],
      parameters.map(
        ({ name, in: place, required, schema, description = '' }) => [
          `\`${name}\``,
          place,
          `${typeOf(schema)}${required ? ', required' : ''}`,
          cell(description),
        ],
      ),
    )
  );
}

function bodyOf(body) {
  if (!body) {
    return undefined;
  }
  return [
    `Body${body.required ? '' : ', optional'}${
      body.description ? ` – ${body.description.trim()}` : ':'
    }`,
    contentOf(body.content),
  ].join('\n\n');
}

function answersOf(responses, resolve) {
  const successes = Object.entries(responses).filter(
    ([status]) => status !== 'default',
  );
  return table(
    ['status', 'answer', 'body'],
    successes.map(([status, response]) => {
      const { description, content } = resolve(response);
      return [
        status,
        cell(description),
        content ? cell(formsOf(content).join('; ')) : '',
      ];
    }),
  );
}

function contentOf(content) {
  return formsOf(content)
    .map(form => `- ${form}`)
    .join('\n');
}

function formsOf(content) {
  return Object.entries(content).map(([type, { schema }]) =>
    schema ? `\`${type}\`: ${typeOf(schema)}` : `\`${type}\``,
  );
}
