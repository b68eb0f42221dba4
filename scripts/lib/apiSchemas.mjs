/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { cell, table } from './markdown.mjs';

const limits = [
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['minItems', 'items, at least'],
  ['maxItems', 'items, at most'],
  ['maxLength', 'characters, at most'],
];

/** A schema in a few words; schemas with a name of their own as links. */
export function typeOf(schema) {
  if (!schema) {
    return 'anything';
  }
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    return `[${name}](#${name.toLowerCase()})`;
  }
  const some = schema.oneOf ?? schema.anyOf;
  if (some) {
    return some.map(typeOf).join(' or ');
  }
  if (schema.allOf) {
    return schema.allOf.map(typeOf).join(' with ');
  }
  if (schema.enum) {
    return schema.enum.map(value => `\`${value}\``).join(', ');
  }
  return [baseOf(schema), ...limitsOf(schema)].join('; ');
}

function baseOf(schema) {
  const orNull = schema.nullable ? ' or null' : '';
  switch (schema.type) {
    case 'array':
      return `list of ${typeOf(schema.items)}${orNull}`;
    case 'object': {
      const names = Object.keys(schema.properties ?? {});
      if (names.length > 0) {
        const inside = names
          .map(name => `\`${name}\`: ${typeOf(schema.properties[name])}`)
          .join(', ');
        return `object with ${inside}${orNull}`;
      }
      return schema.additionalProperties && schema.additionalProperties !== true
        ? `object of ${typeOf(schema.additionalProperties)}${orNull}`
        : `object${orNull}`;
    }
    case 'string':
      return `${
        schema.format === 'date-time' ? 'time' : schema.format ?? 'text'
      }${orNull}`;
    case undefined:
      return 'anything';
    default:
      return `${schema.type}${orNull}`;
  }
}

function limitsOf(schema) {
  return [
    ...limits
      .filter(([name]) => schema[name] !== undefined)
      .map(([name, words]) =>
        words.includes(',')
          ? words
              .replace(', ', ' ')
              .replace(/^(\w+) (.*)$/, `$2 ${schema[name]} $1`)
          : `${words} ${schema[name]}`,
      ),
    ...(schema.default === undefined ? [] : [`default ${schema.default}`]),
  ];
}

/** A section for each schema that has a name, in alphabetical order. */
export function schemaSections(schemas) {
  return Object.keys(schemas)
    .sort()
    .flatMap(name => [
      `### ${name}`,
      schemas[name].description,
      sectionOf(schemas[name]),
    ]);
}

function sectionOf(schema) {
  const parts = schema.allOf ?? [schema];
  const rows = parts.flatMap(part => propertyRows(part));
  const others = parts.filter(({ properties }) => !properties);
  return [
    others.length > 0 && `${others.map(typeOf).join(' with ')}.`,
    rows.length > 0 && table(['property', 'type', 'meaning'], rows),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The properties, and those of objects inside that have no name. */
function propertyRows(schema, prefix = '') {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = property.type === 'array' ? property.items : property;
    const isOpen = inner?.type === 'object' && inner.properties;
    const path = `${prefix}${name}`;
    const type = isOpen
      ? `${property.type === 'array' ? 'list of objects' : 'object'}${
          property.nullable ? ' or null' : ''
        }`
      : typeOf(property);
    return [
      [
        `\`${path}\``,
        `${type}${required.includes(name) ? '' : ', optional'}`,
        cell(property.description ?? ''),
      ],
      ...(isOpen
        ? propertyRows(
            inner,
            `${path}${property.type === 'array' ? '[]' : ''}.`,
          )
        : []),
    ];
  });
}
