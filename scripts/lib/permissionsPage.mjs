/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { cell, table } from './markdown.mjs';

const ts = createRequire(import.meta.url)('typescript');

/** The permissions that a module creates, with what their comments say. */
export function readPermissions(code) {
  const source = ts.createSourceFile(
    'permissions.ts',
    code,
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(statement =>
      statement.declarationList.declarations.map(declaration => ({
        statement,
        declaration,
      })),
    )
    .filter(
      ({ declaration: { initializer } }) =>
        initializer &&
        ts.isCallExpression(initializer) &&
        initializer.expression.getText() === 'createPermission',
    )
    .map(({ statement, declaration }) => {
      const options = declaration.initializer.arguments[0];
      return {
        constant: declaration.name.getText(),
        name: textOf(options, 'name'),
        action: textOf(valueOf(options, 'attributes'), 'action'),
        isOfService: propertyOf(options, 'resourceType') !== undefined,
        text: ts
          .getJSDocCommentsAndTags(statement)
          .filter(ts.isJSDoc)
          .map(({ comment }) => ts.getTextOfJSDocComment(comment))
          .join(' '),
      };
    });
}

function propertyOf(options, name) {
  return options.properties.find(({ name: other }) => other.getText() === name);
}

function valueOf(options, name) {
  const property = propertyOf(options, name);
  if (!property) {
    throw new Error(`permissions.ts: a permission without ${name}`);
  }
  return property.initializer;
}

function textOf(options, name) {
  return valueOf(options, name).text;
}

/** All permissions of the plugin. */
export function permissionsPage(code) {
  return [
    '<!-- Written by scripts/generate-reference.mjs from plugins/build-hygiene-common/src/permissions.ts. -->',
    '# Permission reference',
    'The permissions of the plugin, all of `@build-hygiene/plugin-build-hygiene-common`. [Permissions](../permissions.md) shows them in a policy, and a token that may send builds and nothing else. Those of a service are resource permissions of catalog entities: a policy can grant them under conditions on the entity.',
    table(
      ['permission', 'action', 'of', 'exported as', 'allows'],
      readPermissions(code).map(
        ({ name, action, isOfService, constant, text }) => [
          `\`${name}\``,
          action,
          isOfService ? 'a service' : 'all',
          `\`${constant}\``,
          cell(text),
        ],
      ),
    ),
    '',
  ].join('\n\n');
}
