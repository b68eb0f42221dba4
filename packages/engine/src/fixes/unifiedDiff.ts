/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTwoFilesPatch } from 'diff';
import { Snapshot } from '../snapshot/types';
import { changedPaths } from './mergeChanges';

/** As git writes it, and as `git apply` takes it; empty when nothing differs. */
export function unifiedDiff(before: Snapshot, after: Snapshot): string {
  return changedPaths(before, after)
    .map(path => {
      const source = before.files.get(path);
      const text = after.files.get(path) ?? '';
      const [from, to] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
      const patch = createTwoFilesPatch(
        source === undefined ? '/dev/null' : from,
        to,
        source ?? '',
        text,
        undefined,
        undefined,
        { context: 3 },
      );
      // The library starts with a line of equals signs.
      const body = patch.slice(patch.indexOf('--- '));
      const head = `diff --git ${from} ${to}\n`;
      return source === undefined
        ? `${head}new file mode 100644\n${body}`
        : head + body;
    })
    .join('');
}

/**
 * Git quotes names with control characters, quotes, backslashes and bytes
 * beyond ASCII. https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
function quotePath(path: string): string {
  if (/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(path)) {
    return path;
  }
  const bytes = [...new TextEncoder().encode(path)].map(byte => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') {
      return `\\${character}`;
    }
    return byte >= 0x20 && byte < 0x7f
      ? character
      : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
