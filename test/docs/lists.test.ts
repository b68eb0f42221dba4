/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCodeBlocks } from './codeBlocks';
import { root, textOf } from './pages';
import { publicPackages } from './publicPackages';

const foldersOf = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);

const commands = readdirSync(join(root, 'packages/cli/src/commands'))
  .map(file => basename(file, '.ts'))
  .sort();

describe.each(['README.md', 'docs/architecture/README.md'])('%s', page => {
  const [{ text: tree }] = readCodeBlocks(textOf(page)).filter(({ text }) =>
    text.startsWith('packages/\n'),
  );
  const listed = [...tree.matchAll(/(?:^| {2})([\w-]+)\/(?=\s)/gm)]
    .map(([, name]) => name)
    .sort();

  it('lists every folder', () => {
    const ignored = textOf('.gitignore').split('\n');
    const folders = [
      ...foldersOf('.').filter(name => !ignored.includes(`${name}/`)),
      ...foldersOf('packages'),
      ...foldersOf('plugins'),
    ];
    expect(listed).toEqual(folders.sort());
  });

  it('lists every command', () => {
    const [, names] = /build-hygiene: (.+)/.exec(tree)!;
    expect(names.split(', ').sort()).toEqual(commands);
  });
});

describe('the pages of the command line', () => {
  it('list every command', () => {
    const [, sentence] = /The command `build-hygiene`: ([^.]+)\./.exec(
      textOf('packages/cli/README.md'),
    )!;
    const [table] = textOf('docs/command-line.md').split('\n## ');
    const rows = table.matchAll(/^\| `(\w+)[^`]*` /gm);
    expect(
      [sentence.matchAll(/`(\w+)`/g), rows].map(matches =>
        [...matches].map(([, name]) => name).sort(),
      ),
    ).toEqual([commands, commands]);
  });
});

describe('getting-started.md', () => {
  const page = textOf('docs/getting-started.md');

  it('lists every extension', () => {
    const listed = [...page.matchAll(/^\| `([\w-]+:build-hygiene[^`]*)`/gm)];
    const made = [
      ...textOf('plugins/build-hygiene/report.api.md').matchAll(
        /^ {4}'([\w-]+:build-hygiene[^']*)':/gm,
      ),
    ];
    const names = (matches: RegExpMatchArray[]) =>
      matches.map(([, name]) => name).sort();
    expect(names(listed)).toEqual(names(made));
  });

  it('takes every package of a portal from its file, in its version', () => {
    const [resolutions] = readCodeBlocks(page)
      .filter(({ language }) => language === 'json')
      .map(({ text }) => JSON.parse(text).resolutions);
    const packages = publicPackages.filter(
      ({ name }) => name !== '@build-hygiene/cli',
    );
    expect(resolutions).toEqual(
      Object.fromEntries(
        packages.map(({ name }) => [
          name,
          `file:../build-hygiene/tmp/${name.replace('/', '-')}.tgz`,
        ]),
      ),
    );
    const [, version] = /-backend@\^([\d.]+)"/.exec(page)!;
    expect(packages.filter(other => other.version !== version)).toEqual([]);
  });
});
