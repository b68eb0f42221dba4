/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCodeBlocks } from './codeBlocks';
import { pages, root, textOf } from './pages';

/** What the code on the pages takes from the packages. */
const imported = pages.flatMap(page =>
  readCodeBlocks(textOf(page))
    .filter(({ language }) => /^tsx?$/.test(language))
    .flatMap(({ text }) => [
      ...text.matchAll(
        /import (?:\w+|\{([^}]+)\}) from '@build-hygiene\/([^'/]+)(?:\/(\w+))?'/g,
      ),
    ])
    .flatMap(([, names = 'default', packageName, entry = 'index']) =>
      names
        .split(',')
        .map(name => ({
          page,
          name: name.trim(),
          folder: folderOf(packageName),
          entry,
        }))
        .filter(({ name }) => name !== ''),
    ),
);

function folderOf(packageName: string): string {
  return packageName.startsWith('plugin-')
    ? packageName.replace('plugin-', 'plugins/')
    : `packages/${packageName}`;
}

describe('code samples', () => {
  it.each(imported)('of $page import $name, which is there', sample => {
    const { name, folder, entry } = sample;
    // A default export is only in the source of the entry.
    const report = `${folder}/report${
      entry === 'index' ? '' : `-${entry}`
    }.api.md`;
    const source = `${folder}/src/${entry}.ts`;
    const entries = [report, source].filter(path =>
      existsSync(join(root, path)),
    );
    expect(entries).toContain(source);
    expect(
      entries
        .map(textOf)
        .some(text =>
          new RegExp(
            `^export (?:(?:const|function|class|interface|type) ${name}|\\{ ${name} \\})(?!\\w)`,
            'm',
          ).test(text),
        ),
    ).toBe(true);
  });

  it('name every package that is imported', () => {
    expect(
      new Set(imported.map(({ folder, entry }) => `${folder}/${entry}`)),
    ).toEqual(
      new Set([
        'plugins/build-hygiene/index',
        'plugins/build-hygiene/legacy',
        'plugins/build-hygiene/translations',
        'plugins/build-hygiene-common/index',
        'plugins/build-hygiene-node/index',
        'packages/engine/index',
        'packages/local-snapshot/index',
        'packages/module-proxy/index',
      ]),
    );
  });
});
