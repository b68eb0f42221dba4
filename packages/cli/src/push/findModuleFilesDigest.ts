/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { moduleFilesDigest } from '@build-hygiene/engine';

const moduleFile = /^go\.(?:mod|sum|work|work\.sum)$/;
const otherFolder = /^(?:\.git|node_modules|vendor|testdata)$/;
const mostFolders = 20_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Stands for all module files below a folder: those of other services too, since
 * a digest that misses a change would call a download needless that was not.
 * Undefined where there are none, too many, or one that cannot be read.
 */
export async function findModuleFilesDigest(
  root: string,
): Promise<string | undefined> {
  const files: { path: string; content: string }[] = [];
  const folders = [''];
  let bytes = 0;
  for (const folder of folders) {
    const entries = await fs
      .readdir(path.join(root, folder), { withFileTypes: true })
      .catch(() => []);
    for (const entry of entries) {
      const place = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !otherFolder.test(entry.name)) {
        folders.push(place);
      } else if (entry.isFile() && moduleFile.test(entry.name)) {
        const content = await fs
          .readFile(path.join(root, place), 'utf8')
          .catch(() => undefined);
        if (content === undefined) {
          return undefined;
        }
        bytes += content.length;
        files.push({ path: place, content });
      }
    }
    if (folders.length > mostFolders || bytes > mostBytes) {
      return undefined;
    }
  }
  return files.length === 0 ? undefined : moduleFilesDigest(files);
}
