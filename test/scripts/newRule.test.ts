/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rules } from '@build-hygiene/engine';

const root = resolve(__dirname, '../..');
const folder = 'packages/engine/src/rules';
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'build-hygiene-new-rule-'));
  mkdirSync(join(copy, folder), { recursive: true });
  for (const name of ['catalogue.ts', 'types.ts']) {
    cpSync(join(root, folder, name), join(copy, folder, name));
  }
});

afterEach(() => rmSync(copy, { recursive: true }));

function newRule(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/new-rule.mjs'), ...args, '--root', copy],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const read = (path: string) => readFileSync(join(copy, folder, path), 'utf8');

/** Names in the list of the catalogue, and the paths that they come from. */
function catalogue() {
  const text = read('catalogue.ts');
  const imports = [...text.matchAll(/^import \{ (\w+) \} from '(.+)';$/gm)];
  const [, list] = /readonly Rule\[\] = \[\n(.*?)\];/s.exec(text) ?? [];
  return {
    imports: imports.map(([, name, path]) => ({ name, path })),
    listed: (list ?? '').split(/[\s,]+/).filter(Boolean),
  };
}

describe('npm run new:rule', () => {
  it.each([
    ['cache/aaa-first', 'cache/aaaFirst.ts', 'aaaFirst', 'UnitRule'],
    ['modules/odd-name', 'modules/oddName.ts', 'oddName', 'ModuleRule'],
    ['security/zzz', 'security/zzz.ts', 'zzz', 'UnitRule'],
    // The name stands in the catalogue for another rule.
    ['image/syntax', 'image/syntax.ts', 'imageSyntax', 'UnitRule'],
    ['platform/new', 'platform/new.ts', 'platformNew', 'RepositoryRule'],
  ])('adds %s', (id, path, name, type) => {
    const before = catalogue();
    const { status, stdout, stderr } = newRule(id);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`${folder}/${path}`);
    const [, texts, titles, help] =
      /^(\S+\/)(zhTitles\/\w+\.ts) and (zhHelp\/\w+\.ts): /m.exec(stdout)!;
    expect(existsSync(join(root, texts, titles))).toBe(true);
    expect(existsSync(join(root, texts, help))).toBe(true);
    expect(read(path)).toContain(
      `export const ${name}: ${type} = {\n  id: '${id}',`,
    );
    expect(read(path.replace('.ts', '.examples.ts'))).toContain(
      `export const ${name}Examples: RuleExamples = {`,
    );

    const after = catalogue();
    const own = `./${path.replace('.ts', '')}`;
    expect(after.imports).toContainEqual({ name, path: own });
    const paths = after.imports.map(({ path: from }) => from).slice(0, -1);
    expect(paths).toEqual([...paths].sort());
    // In the place that its id has among those of the others.
    const ids = [...rules.map(rule => rule.id), id].sort();
    expect(after.listed.indexOf(name)).toBe(ids.indexOf(id));
    expect(after.listed.filter(entry => entry !== name)).toEqual(before.listed);
  });

  it('takes another scope', () => {
    expect(newRule('cache/odd', '--scope', 'repository').status).toBe(0);
    expect(read('cache/odd.ts')).toContain('odd: RepositoryRule');
  });

  it.each([
    [[], /usage: npm run new:rule/],
    [['cache/a', 'cache/b'], /usage/],
    [['cache/a', '--scope', 'file'], /usage/],
    [['cache/a', '--colour'], /usage/],
    [['cache'], /cache is no id of a rule/],
    [['cache/Odd'], /is no id of a rule/],
    [['cache/../x'], /is no id of a rule/],
    [['odd/name'], /one of the categories cache, context, /],
    [['cache/deps-before-source'], /is in the catalogue already/],
  ])('refuses %j and changes nothing', (args, message) => {
    const before = read('catalogue.ts');
    const { status, stderr } = newRule(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(read('catalogue.ts')).toBe(before);
    expect(existsSync(join(copy, folder, 'cache'))).toBe(false);
  });

  it('keeps a file that is there', () => {
    expect(newRule('cache/odd').status).toBe(0);
    const before = [read('cache/odd.ts'), read('catalogue.ts')];
    expect(newRule('cache/odd')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/cache\/odd\.ts is there already/),
    });
    expect([read('cache/odd.ts'), read('catalogue.ts')]).toEqual(before);
  });
});
