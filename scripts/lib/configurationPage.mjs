/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { cell, table } from './markdown.mjs';

const ts = createRequire(import.meta.url)('typescript');

const visibilities = {
  backend: 'the backend',
  frontend: 'the frontend, too',
  secret: 'the backend; secret',
};

/** Every setting of a config.d.ts, in its order. */
export function readSettings(schema) {
  const source = ts.createSourceFile(
    'config.d.ts',
    schema,
    ts.ScriptTarget.Latest,
    true,
  );
  const config = source.statements.find(
    statement =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'Config',
  );
  const settings = [];
  const visit = (members, path) => {
    for (const member of members) {
      const name = [...path, member.name.text].join('.');
      const group = literalOf(member.type);
      const text = ts
        .getJSDocCommentsAndTags(member)
        .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
        .join(' ');
      if (!group || text) {
        const [visibility] = ts
          .getJSDocTags(member)
          .filter(({ tagName }) => tagName.text === 'visibility')
          .map(({ comment }) => ts.getTextOfJSDocComment(comment));
        settings.push({
          name,
          type: group ? groupType(member.type) : typeText(member.type, source),
          required: !member.questionToken,
          visibility: visibility ?? 'backend',
          isGroup: group !== undefined,
          text,
        });
      }
      if (group) {
        visit(group.members, [
          ...path,
          isList(member.type) ? `${member.name.text}[]` : member.name.text,
        ]);
      }
    }
  };
  visit(config.members, []);
  return settings;
}

function isList(type) {
  return (
    ts.isArrayTypeNode(type) ||
    (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array')
  );
}

/** The members of an object, or of the objects of a list. */
function literalOf(type) {
  const inner = ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : type;
  return inner && ts.isTypeLiteralNode(inner) ? inner : undefined;
}

function groupType(type) {
  return isList(type) ? 'list' : 'group';
}

function typeText(type, source) {
  return type
    .getText(source)
    .replace(/HumanDuration \| string|string \| HumanDuration/, 'duration')
    .replace('SchedulerServiceTaskScheduleDefinitionConfig', 'schedule')
    .replace(/(\w+)\[\]/g, 'list of $1s');
}

/** All settings, by the package that reads them. */
export function configurationPage(packages) {
  return [
    '<!-- Written by scripts/generate-reference.mjs from config.d.ts of the packages. -->',
    '# Configuration reference',
    'Every setting of `app-config.yaml`, from the schemas that the packages bring. All are optional, unless the table says so; durations are written `{ minutes: 5 }`, `5m` or `PT5M`. [Configuration](../configuration.md) says what each is good for, with examples.',
    ...packages.flatMap(({ name, schema }) => [
      `## ${name.replace(/^@[^/]+\//, '')}`,
      table(
        ['setting', 'type', 'seen by', 'meaning'],
        readSettings(schema).map(
          ({ name: setting, type, required, visibility, isGroup, text }) => [
            `\`${setting}\``,
            cell(`${type}${required ? ', required' : ''}`),
            isGroup ? '' : visibilities[visibility],
            cell(text),
          ],
        ),
      ),
    ]),
    '',
  ].join('\n\n');
}
