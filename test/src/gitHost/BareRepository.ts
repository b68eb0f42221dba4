/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitOptions, runGit, runGitForText } from './runGit';

/** An entry of a tree, as `git ls-tree` lists it. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes of a blob. */
  size?: number;
  path: string;
}

/** What is to be at a path; without an object nothing. */
export interface TreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

/** What a commit is made of. */
export interface CommitParts {
  message: string;
  tree: string;
  parents: readonly string[];
  author?: { name: string; email: string };
}

/** A repository without a work tree, and git's commands on its objects. */
export class BareRepository {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes a repository whose first commit is all that is in the folder. */
  static async fromFolder(options: {
    path: string;
    folder: string;
    branch: string;
  }): Promise<BareRepository> {
    const { path, folder, branch } = options;
    await mkdir(path, { recursive: true });
    const repository = new BareRepository(path);
    await repository.text(['init', '--quiet', '--bare', '-b', branch, '.']);
    const tree = await repository.#withIndex(async env => {
      await repository.text(['add', '--all', '--force', '.'], {
        cwd: folder,
        env: { ...env, GIT_WORK_TREE: folder },
      });
    });
    const commit = await repository.createCommit({
      message: 'Import the service',
      tree,
      parents: [],
    });
    await repository.updateRef(`refs/heads/${branch}`, commit);
    return repository;
  }

  /** The object that a name stands for; undefined where there is none. */
  async resolve(name: string, type = 'commit'): Promise<string | undefined> {
    try {
      return await this.text([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${name}^{${type}}`,
      ]);
    } catch {
      return undefined;
    }
  }

  async treeOf(commit: string): Promise<string> {
    return this.text(['rev-parse', `${commit}^{tree}`]);
  }

  async parentsOf(commit: string): Promise<string[]> {
    const [, ...parents] = (
      await this.text(['rev-list', '--parents', '-n', '1', commit])
    ).split(' ');
    return parents;
  }

  async messageOf(commit: string): Promise<string> {
    return this.text(['log', '-1', '--format=%B', commit]);
  }

  /** Commits from the newest on. */
  async log(from: string, most: number): Promise<string[]> {
    const text = await this.text(['rev-list', `--max-count=${most}`, from]);
    return text.split('\n');
  }

  async listTree(
    tree: string,
    options: { recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    const listing = await this.text([
      'ls-tree',
      '-z',
      '--long',
      ...(options.recursive ? ['-r', '-t'] : []),
      tree,
    ]);
    return listing
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const [head, path] = line.split('\t');
        const [mode, type, sha, size] = head.split(/ +/);
        return {
          mode,
          type: type as TreeEntry['type'],
          sha,
          path,
          ...(type === 'blob' && { size: Number(size) }),
        };
      });
  }

  /** What is at a path of a commit; undefined where there is nothing. */
  async find(
    commit: string,
    path: string,
  ): Promise<{ sha: string; type: string } | undefined> {
    const text = await this.text(
      ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
      { input: `${commit}:${path}\n` },
    );
    const [sha, type] = text.split(' ');
    return text.endsWith(' missing') ? undefined : { sha, type };
  }

  async readBlob(sha: string): Promise<Buffer> {
    return runGit(['cat-file', 'blob', sha], this.#here());
  }

  /** The text of a file at a commit; undefined where there is none. */
  async readFile(commit: string, path: string): Promise<string | undefined> {
    const object = await this.find(commit, path);
    return object?.type === 'blob'
      ? (await this.readBlob(object.sha)).toString('utf8')
      : undefined;
  }

  async writeBlob(content: Buffer): Promise<string> {
    return this.text(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** The tree that a base becomes by changes. */
  async writeTree(
    base: string | undefined,
    changes: readonly TreeChange[],
  ): Promise<string> {
    return this.#withIndex(async env => {
      if (base) {
        await this.text(['read-tree', base], { env });
      }
      const lines = changes.map(({ mode, path, sha }) =>
        sha === null
          ? `0 ${'0'.repeat(40)}\t${path}\0`
          : `${mode} ${sha}\t${path}\0`,
      );
      await this.text(['update-index', '-z', '--index-info'], {
        env,
        input: lines.join(''),
      });
    });
  }

  async createCommit(parts: CommitParts): Promise<string> {
    const { message, tree, parents, author } = parts;
    return this.text(
      ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
      {
        input: message,
        env: author && {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
        },
      },
    );
  }

  async updateRef(ref: string, commit: string): Promise<void> {
    await this.text(['update-ref', '--end-of-options', ref, commit]);
  }

  async isAncestor(older: string, newer: string): Promise<boolean> {
    try {
      await this.text(['merge-base', '--is-ancestor', older, newer]);
      return true;
    } catch {
      return false;
    }
  }

  /** The tree of both; undefined where they conflict. */
  async mergeTrees(ours: string, theirs: string): Promise<string | undefined> {
    try {
      return await this.text(['merge-tree', '--write-tree', ours, theirs]);
    } catch {
      return undefined;
    }
  }

  /** What a branch changes since it left the base. */
  async diff(base: string, head: string): Promise<string> {
    return this.text(['diff', `${base}...${head}`]);
  }

  async archive(commit: string, folder: string): Promise<Buffer> {
    return runGit(
      ['archive', '--format=tar.gz', `--prefix=${folder}/`, commit],
      this.#here(),
    );
  }

  /** Runs git in this repository. */
  async text(args: readonly string[], options: GitOptions = {}) {
    return runGitForText(args, this.#here(options));
  }

  /** Fills an index of its own, and gives the tree that it makes. */
  async #withIndex(
    fill: (env: Record<string, string>) => Promise<void>,
  ): Promise<string> {
    const folder = await mkdtemp(join(this.path, 'index-'));
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    try {
      await fill(env);
      return await this.text(['write-tree'], { env });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #here(options: GitOptions = {}): GitOptions {
    const { cwd = this.path, env, ...rest } = options;
    return { ...rest, cwd, env: { GIT_DIR: this.path, ...env } };
  }
}
