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
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { readCodeBlocks } from './codeBlocks';
import { readLinks, slugsOf } from './markdownLinks';
import { pages, root, textOf } from './pages';
import { settingsOf } from './settingsOf';

const rulePages = join(root, 'docs/rules');

function checkPages(script: string, folder: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', script), '--check', folder],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

const checkRulePages = (folder: string) =>
  checkPages('generate-rule-docs.mjs', folder);

// Front and backend read some of them both.
const settings = [
  ...new Set(
    [
      'build-hygiene',
      'build-hygiene-backend',
      'build-hygiene-backend-module-github',
    ].flatMap(name => settingsOf(textOf(`plugins/${name}/config.d.ts`))),
  ),
];

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

describe('reference', () => {
  const reference = join(root, 'docs/reference');
  const checkReference = (folder: string) =>
    checkPages('generate-reference.mjs', folder);

  it('is what the schemas say', () => {
    expect(checkReference(reference)).toEqual({ status: 0, stderr: '' });
  }, 60_000);

  it('is told apart from another', () => {
    const copy = mkdtempSync(join(tmpdir(), 'build-hygiene-reference-'));
    try {
      cpSync(reference, copy, { recursive: true });
      appendFileSync(join(copy, 'api.md'), 'More.\n');
      rmSync(join(copy, 'permissions.md'));
      const { status, stderr } = checkReference(copy);
      expect(status).toBe(1);
      expect(stderr.match(/(?<=: )\S+\.md/g)).toEqual([
        'api.md',
        'permissions.md',
      ]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }, 60_000);

  it('has every route, permission and setting', () => {
    const routes = Object.entries<object>(
      parse(textOf('plugins/build-hygiene-backend/src/schema/openapi.yaml'))
        .paths,
    ).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const api = textOf('docs/reference/api.md');
    const headings = [...api.matchAll(/^### ([A-Z]+ \/.*)$/gm)].map(
      ([, heading]) => heading,
    );
    expect(headings).toEqual(routes);

    const names = [
      ...textOf('plugins/build-hygiene-common/src/permissions.ts').matchAll(
        /name: '([^']+)'/g,
      ),
    ].map(([, name]) => name);
    const listed = [
      ...textOf('docs/reference/permissions.md').matchAll(/^\| `([^`]+)`/gm),
    ].map(([, name]) => name);
    expect(listed).toEqual(names);

    const configuration = textOf('docs/reference/configuration.md');
    expect(
      settings.filter(
        name => !configuration.includes(`\`buildHygiene.${name}`),
      ),
    ).toEqual([]);
  });
});

describe('configuration.md', () => {
  const text = textOf('docs/configuration.md');

  it('has a heading for each setting, and for no other', () => {
    const headings = [...text.matchAll(/^### `(.+)`$/gm)].map(
      ([, name]) => name,
    );
    expect(headings.sort()).toEqual([...settings].sort());
  });
});

describe('samples of app-config.yaml', () => {
  const samples = pages.flatMap(page =>
    readCodeBlocks(textOf(page))
      .filter(
        ({ language, text }) =>
          language === 'yaml' && /^buildHygiene:/m.test(text),
      )
      .map(({ text }) => ({ page, config: parse(text).buildHygiene })),
  );

  it.each(samples)('on $page name settings', ({ config }) => {
    const unknown = Object.entries<any>(config).flatMap(([group, value]) =>
      settings.includes(group)
        ? []
        : Object.keys(value)
            .map(name => `${group}.${name}`)
            .filter(name => !settings.includes(name)),
    );
    expect(unknown).toEqual([]);
  });

  it('are there', () => {
    expect(samples.map(({ page }) => page)).toContain('docs/configuration.md');
  });
});

describe('annotations.md', () => {
  it('lists the annotations, and no other', () => {
    const annotation = /'(build-hygiene\/[a-z-]+)'/g;
    const read = [
      ...textOf(
        'plugins/build-hygiene-common/src/buildHygieneAnnotations.ts',
      ).matchAll(annotation),
    ].map(([, name]) => name);
    const listed = [
      ...textOf('docs/annotations.md').matchAll(/^\| `([^`]+)`/gm),
    ].map(([, name]) => name);
    expect(listed.sort()).toEqual(read.sort());
  });
});

describe('links', () => {
  it.each(pages)('of %s lead somewhere', page => {
    const broken = readLinks(textOf(page)).filter(
      link => !leadsSomewhere(page, link),
    );
    expect(broken).toEqual([]);
  });

  it.each([
    ['[a](nowhere.md)', ['nowhere.md']],
    ['[a](scoring.md#nowhere)', ['scoring.md#nowhere']],
    ['[a](#nowhere) [b](../../outside.md)', ['#nowhere', '../../outside.md']],
    ['<img src="pictures/nowhere.png" />', ['pictures/nowhere.png']],
    ['[a](https://example.com) [b](scoring.md#the-gate)', []],
    ['```md\n[a](nowhere.md)\n```\n', []],
  ])('are found broken in %j', (text, broken) => {
    expect(
      readLinks(text).filter(link => !leadsSomewhere('docs/limits.md', link)),
    ).toEqual(broken);
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
