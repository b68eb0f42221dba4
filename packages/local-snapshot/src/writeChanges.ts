/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { applyEdits, FileChange, Snapshot } from '@build-hygiene/engine';

/**
 * Writes changes to the files of a folder. Nothing is written unless every file
 * still has the text that was read, and lies in the folder itself.
 *
 * @throws Error that names the file and the reason; nothing is written then
 * @public
 */
export async function writeChanges(
  directory: string,
  { snapshot, changes }: { snapshot: Snapshot; changes: readonly FileChange[] },
): Promise<void> {
  const root = await fs.realpath(directory);
  const files = await Promise.all(
    changes.map(async change => ({
      file: await placeOf(root, change.path),
      text: await textAfter(root, { snapshot, change }),
      flag: change.kind === 'create' ? 'wx' : 'r+',
    })),
  );
  for (const { file, text, flag } of files) {
    const handle = await fs.open(file, flag);
    try {
      await handle.truncate();
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  }
}

/** A link on the way would lead a change out of the folder. */
async function placeOf(root: string, name: string): Promise<string> {
  const file = path.join(root, ...name.split('/'));
  const folder = path.dirname(file);
  const real = await fs.realpath(folder).catch(() => undefined);
  const stat = await fs.lstat(file).catch(() => undefined);
  if (real !== folder || stat?.isSymbolicLink()) {
    throw new Error(`${name}: not written: it is behind a link`);
  }
  return file;
}

async function textAfter(
  root: string,
  { snapshot, change }: { snapshot: Snapshot; change: FileChange },
): Promise<Buffer> {
  if (change.kind === 'create') {
    return Buffer.from(change.text);
  }
  const read = Buffer.from(snapshot.files.get(change.path) ?? '');
  const present = await fs.readFile(path.join(root, ...change.path.split('/')));
  if (!present.equals(read)) {
    throw new Error(
      `${change.path}: not written: it is another file than was read`,
    );
  }
  return Buffer.from(applyEdits(read.toString(), change.edits));
}
