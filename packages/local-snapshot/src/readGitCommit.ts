/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { constants, promises as fs } from 'node:fs';
import path from 'node:path';

/** A ref file has 41 bytes; packed-refs grows with the number of refs. */
const BOUND = 4 * 1024 * 1024;

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const refName = /^refs\/(?!.*(?:^|\/)\.\.?(?:\/|$))[^\0\s\\]+$/;

/**
 * The commit that is checked out, read from git's plain files: no git runs, and
 * so nothing that the repository configures. `undefined` when it is no git
 * repository or has no commit.
 */
export async function readGitCommit(root: string): Promise<string | undefined> {
  const gitFolder = await findGitFolder(root);
  if (gitFolder === undefined) {
    return undefined;
  }
  const head = await readText(path.join(gitFolder, 'HEAD'));
  if (head === undefined) {
    return undefined;
  }
  if (commitId.test(head)) {
    return head;
  }
  const ref = /^ref:\s*(\S+)$/.exec(head)?.[1];
  if (ref === undefined || !refName.test(ref)) {
    return undefined;
  }
  // A linked work tree has its own HEAD and shares the refs.
  const common = await readText(path.join(gitFolder, 'commondir'));
  const folders =
    common === undefined
      ? [gitFolder]
      : [gitFolder, path.resolve(gitFolder, common)];
  for (const folder of folders) {
    const loose = await readText(path.join(folder, ...ref.split('/')));
    if (loose !== undefined && commitId.test(loose)) {
      return loose;
    }
    const packed = await readText(path.join(folder, 'packed-refs'));
    const commit = packed && findPacked(packed, ref);
    if (commit) {
      return commit;
    }
  }
  return undefined;
}

async function findGitFolder(root: string): Promise<string | undefined> {
  const dotGit = path.join(root, '.git');
  try {
    const stat = await fs.lstat(dotGit);
    if (stat.isDirectory()) {
      return dotGit;
    }
  } catch {
    return undefined;
  }
  const pointer = /^gitdir: (.+)$/.exec((await readText(dotGit)) ?? '')?.[1];
  return pointer === undefined ? undefined : path.resolve(root, pointer);
}

function findPacked(packed: string, ref: string): string | undefined {
  for (const line of packed.split('\n')) {
    const [commit, name] = line.trimEnd().split(' ');
    if (name === ref && commitId.test(commit)) {
      return commit;
    }
  }
  return undefined;
}

async function readText(file: string): Promise<string | undefined> {
  try {
    const handle = await fs.open(
      file,
      constants.O_RDONLY |
        (constants.O_NOFOLLOW ?? 0) |
        (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stat = await handle.stat();
      if (!stat.isFile() || stat.size > BOUND) {
        return undefined;
      }
      return (await handle.readFile('utf8')).trim();
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
