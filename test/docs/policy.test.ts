/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createSnapshot,
  parsePolicy,
  rules,
  scan,
} from '@build-hygiene/engine';
import { readCodeBlocks } from './codeBlocks';
import { pages, textOf } from './pages';

const blocks = readCodeBlocks(textOf('docs/policy.md'));

describe('policy.md', () => {
  it('shows a policy that can be read', () => {
    const samples = blocks.filter(({ language }) => language === 'yaml');
    expect(samples).toHaveLength(1);
    const [{ text }] = samples;
    const { policy, problems } = parsePolicy(text, { path: 'policy.md' });
    expect(problems).toEqual([]);
    // Each setting has its heading.
    expect(
      Object.keys(policy ?? {})
        .filter(name => name !== 'path')
        .sort(),
    ).toEqual(
      [...textOf('docs/policy.md').matchAll(/^### (\w+)$/gm)]
        .map(([, name]) => name)
        .sort(),
    );
  });

  it('shows comments that except something', () => {
    const samples = blocks.filter(({ language }) => language === 'dockerfile');
    expect(samples.length).toBeGreaterThan(1);
    for (const { text } of samples) {
      const { report } = scan(
        createSnapshot({ files: [['Dockerfile', `FROM a\n${text}\n`]] }),
        { today: '2026-12-01' },
      );
      expect(report.errors).toEqual([]);
      expect(report.suppressions).toHaveLength(1);
    }
  });
});

describe('rule pages', () => {
  it('show comments that name their rule', () => {
    const known = rules.map(({ id }) => id);
    const shown = pages
      .filter(page => page.startsWith('docs/rules/'))
      .flatMap(page =>
        [
          ...textOf(page).matchAll(
            /^(?:#|\/\/) build-hygiene: ignore (\S+) -- /gm,
          ),
        ].map(([, id]) => ({ page, id })),
      );
    for (const { page, id } of shown) {
      expect(known).toContain(id);
      expect(page).toBe(`docs/rules/${id}.md`);
    }
  });
});
