/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCodeBlocks } from './codeBlocks';
import { pages, root, textOf } from './pages';

/** What the code on the pages takes from the plugins. */
const imported = pages.flatMap(page =>
  readCodeBlocks(textOf(page))
    .filter(({ language }) => /^tsx?$/.test(language))
    .flatMap(({ text }) => [
      ...text.matchAll(
        /import (?:\w+|\{([^}]+)\}) from '@build-hygiene\/plugin-([^'/]+)(?:\/(\w+))?'/g,
      ),
    ])
    .flatMap(([, names = 'default', folder, entry = 'index']) =>
      names
        .split(',')
        .map(name => ({ page, name: name.trim(), folder, entry }))
        .filter(({ name }) => name !== ''),
    ),
);

describe('code samples', () => {
  it.each(imported)('of $page import $name, which is there', sample => {
    const { name, folder, entry } = sample;
    // A default export is only in the source of the entry.
    const report = `plugins/${folder}/report${
      entry === 'index' ? '' : `-${entry}`
    }.api.md`;
    const source = `plugins/${folder}/src/${entry}.ts`;
    const entries = [report, source].filter(path =>
      existsSync(join(root, path)),
    );
    expect(entries).toContain(source);
    expect(
      entries
        .map(textOf)
        .some(text =>
          new RegExp(
            `^export (?:(?:const|function|class) ${name}|\\{ ${name} \\})(?!\\w)`,
            'm',
          ).test(text),
        ),
    ).toBe(true);
  });

  it('name what the plugins are installed by', () => {
    expect(
      new Set(imported.map(({ folder, entry }) => `${folder}/${entry}`)),
    ).toEqual(
      new Set([
        'build-hygiene/index',
        'build-hygiene/legacy',
        'build-hygiene-common/index',
      ]),
    );
  });
});
