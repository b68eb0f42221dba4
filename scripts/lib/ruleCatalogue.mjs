/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fail } from './console.mjs';

const importLine = /^import \{ (\w+) \} from '\.\/([a-z]+)\/(\w+)';$/gm;

/** The names of a new rule's file and constant. */
export function namesOf({ category, name, catalogue }) {
  const taken = new Set(readImports(catalogue).map(({ constant }) => constant));
  const file = camelCase(name);
  const words = new Set([
    'default',
    'import',
    'new',
    'package',
    'rules',
    'switch',
  ]);
  const constant =
    taken.has(file) || words.has(file)
      ? camelCase(`${category}-${name}`)
      : file;
  return { file, constant };
}

/** The catalogue with one more rule, sorted as it is. */
export function insertRule(catalogue, { id, constant, file }) {
  const [category] = id.split('/');
  const imports = readImports(catalogue);
  if (imports.some(known => known.id === id)) {
    fail(`${id} is in the catalogue already`);
  }
  const line = `import { ${constant} } from './${category}/${file}';\n`;
  const nextImport = imports.find(
    known => known.path > `./${category}/${file}`,
  );
  const at = nextImport
    ? nextImport.offset
    : catalogue.indexOf("import { Rule } from './types';");
  const withImport = catalogue.slice(0, at) + line + catalogue.slice(at);

  const ids = new Map(imports.map(known => [known.constant, known.id]));
  const start =
    withImport.indexOf('\n', withImport.indexOf('readonly Rule[] = [')) + 1;
  const end = withImport.indexOf('];', start);
  if (at < 0 || start === 0 || end < 0) {
    fail('rules/catalogue.ts is not as this program knows it');
  }
  const listed = withImport.slice(start, end).split('\n').filter(Boolean);
  const position = listed.findIndex(
    entry => (ids.get(entry.replace(/[\s,]/g, '')) ?? '') > id,
  );
  listed.splice(position < 0 ? listed.length : position, 0, `  ${constant},`);
  return `${withImport.slice(0, start)}${listed.join('\n')}\n${withImport.slice(
    end,
  )}`;
}

function readImports(catalogue) {
  return [...catalogue.matchAll(importLine)].map(
    ({ index, 1: constant, 2: category, 3: file }) => ({
      offset: index,
      constant,
      path: `./${category}/${file}`,
      id: `${category}/${kebabCase(file)}`,
    }),
  );
}

function camelCase(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

function kebabCase(name) {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
