/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { must } from './processes.mjs';

// Whoever records, the commits are the same.
const identity = {
  GIT_AUTHOR_NAME: 'Example Team',
  GIT_AUTHOR_EMAIL: 'team@example.com',
  GIT_COMMITTER_NAME: 'Example Team',
  GIT_COMMITTER_EMAIL: 'team@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/** A git repository of its own, made from a folder, or empty. */
export class WorkingCopy {
  constructor(source) {
    this.home = mkdtempSync(join(tmpdir(), 'recording-'));
    this.root = join(this.home, 'repository');
    mkdirSync(this.root);
    if (source) {
      cpSync(source, this.root, { recursive: true });
    }
  }

  async start() {
    await this.git(['init', '--quiet', '--initial-branch=main']);
  }

  read(path) {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path, content) {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  has(path) {
    return existsSync(join(this.root, path));
  }

  edit(path, change) {
    const before = this.read(path);
    const after = change(before);
    if (after === before) {
      throw new Error(`the change leaves ${path} as it was`);
    }
    this.write(path, after);
  }

  append(path, text) {
    this.edit(path, content => `${content.trimEnd()}\n${text}`);
  }

  remove(path) {
    rmSync(join(this.root, path), { recursive: true });
  }

  git(args, env) {
    return must('git', args, { cwd: this.root, env: { ...identity, ...env } });
  }

  /** Goes to a branch, made from the present one unless it exists. */
  async switchTo(branch) {
    const current = (await this.git(['branch', '--show-current'])).trim();
    if (current === branch) {
      return;
    }
    const known = (await this.git(['branch', '--list', branch])).trim();
    await this.git(['switch', '--quiet', ...(known ? [] : ['-c']), branch]);
  }

  async commit(message, time) {
    const date = time.toISOString();
    const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    await this.git(['add', '--all']);
    await this.git(['commit', '--quiet', '--allow-empty', '-m', message], env);
  }

  async head() {
    return (await this.git(['rev-parse', 'HEAD'])).trim();
  }

  dispose() {
    rmSync(this.home, { recursive: true, force: true });
  }
}
