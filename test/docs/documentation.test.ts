/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { readLinks, slugsOf } from './markdownLinks';
import { settingsOf } from './settingsOf';

const root = resolve(__dirname, '../..');
const rulePages = join(root, 'docs/rules');

function checkRulePages(folder: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/generate-rule-docs.mjs'), '--check', folder],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

describe('rule pages', () => {
  it('are what the rules say', () => {
    expect(checkRulePages(rulePages)).toEqual({ status: 0, stderr: '' });
  }, 60_000);

  it('are told apart from others', () => {
    const copy = mkdtempSync(join(tmpdir(), 'build-hygiene-rules-'));
    try {
      cpSync(rulePages, copy, { recursive: true });
      appendFileSync(join(copy, 'README.md'), 'More.\n');
      rmSync(join(copy, 'security/root-user.md'));
      writeFileSync(join(copy, 'security/of-old.md'), '# security/of-old\n');
      const { status, stderr } = checkRulePages(copy);
      expect(status).toBe(1);
      expect(stderr.match(/(?<=: )\S+\.md/g)).toEqual([
        'README.md',
        'security/of-old.md',
        'security/root-user.md',
      ]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }, 60_000);
});

describe('configuration.md', () => {
  const text = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
  const schema = readFileSync(
    join(root, 'plugins/build-hygiene-backend/config.d.ts'),
    'utf8',
  );

  it('has a heading for each setting, and for no other', () => {
    const headings = [...text.matchAll(/^### `(.+)`$/gm)].map(
      ([, name]) => name,
    );
    expect(headings.sort()).toEqual(settingsOf(schema).sort());
  });
});

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  'bench/buildkit/README.md',
  ...markdownBelow('docs'),
  ...['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder))
      .map(name => join(folder, name, 'README.md'))
      .filter(path => existsSync(join(root, path))),
  ),
];

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .map(path => join(folder, path));
}

describe('links', () => {
  it.each(pages)('of %s lead somewhere', page => {
    const broken = readLinks(readFileSync(join(root, page), 'utf8')).filter(
      link => !leadsSomewhere(page, link),
    );
    expect(broken).toEqual([]);
  });
});

/** Links to other hosts are not followed. */
function leadsSomewhere(page: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) {
    return true;
  }
  const [path, anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  const absolute = join(root, target);
  if (relative(root, absolute).startsWith('..') || !existsSync(absolute)) {
    return false;
  }
  return (
    anchor === undefined ||
    slugsOf(readFileSync(absolute, 'utf8')).includes(anchor)
  );
}
