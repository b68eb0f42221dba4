/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readCodeBlocks } from './codeBlocks';
import { pages, root, textOf } from './pages';

const blocks = pages
  .filter(page => !page.startsWith('docs/rules'))
  .flatMap(page => readCodeBlocks(textOf(page)));

function run(words: string) {
  return spawnSync(
    process.execPath,
    [join(root, 'packages/cli/bin/build-hygiene'), ...words.split(' ')],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
}

describe('build-hygiene', () => {
  const shown = blocks
    .filter(({ language }) => language === 'text')
    .map(({ text }) => /^\$ build-hygiene (.+)\n([^]*)$/.exec(text))
    .filter(match => match !== null)
    .map(([, words, output]) => ({ words, output }));

  // A line with an ellipsis stands for what was left out.
  it.each(shown)('prints what is shown for $words', ({ words, output }) => {
    const lines = run(words).stdout.trimEnd().split('\n');
    const expected = output.split('\n');
    const gap = expected.indexOf('…');
    const seen =
      gap < 0
        ? lines
        : [
            ...lines.slice(0, gap),
            '…',
            ...lines.slice(lines.length - (expected.length - gap - 1)),
          ];
    expect(seen).toEqual(expected);
  });

  const written = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .map(line => /^(?:\S*\/)?build-hygiene ([^#|]+)$/.exec(line)?.[1].trim())
    .filter(words => words !== undefined);

  it.each([...new Set(written)])('takes %s', words => {
    const { status, stderr } = run(
      words
        .replace(/^(scan|matrix) \.(?= |$)/, '$1 examples/naive')
        .replace('log build.log', 'log examples/builds/orders/01-cold.log'),
    );
    // There is no backend to push to, which is said once all else is right.
    expect(`${status} ${stderr}`).toMatch(
      /^(?:0 |1 build-hygiene: the gate failed: .+\n|0 build-hygiene: the build was not sent: --url or \S+ is missing.+\n)$/,
    );
  });
});
