/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { created, failed, notFound, ok, readJson } from '../answers';
import { TreeChange } from '../BareRepository';
import { HostAddresses, HostedRepository, Route } from '../types';

/**
 * Objects and references of git.
 *
 * https://docs.github.com/en/rest/git
 */
export const gitDataRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/git\/trees\/(.+)$/,
    async answer({ host, repository, request, parts: [name] }) {
      const tree = await repository.git.resolve(name, 'tree');
      if (tree === undefined) {
        return notFound();
      }
      // Whatever its value is: so GitHub has it.
      const recursive = request.query.has('recursive');
      const entries = await repository.git.listTree(tree, { recursive });
      const api = apiOf(host, repository);
      return ok({
        sha: tree,
        url: `${api}/trees/${tree}`,
        truncated: entries.length > host.treeLimit,
        tree: entries.slice(0, host.treeLimit).map(entry => ({
          ...entry,
          url: `${api}/${entry.type}s/${entry.sha}`,
        })),
      });
    },
  },
  {
    method: 'GET',
    path: /^\/git\/blobs\/([0-9a-f]+)$/,
    async answer({ host, repository, parts: [name] }) {
      const sha = await repository.git.resolve(name, 'blob');
      if (sha === undefined) {
        return notFound();
      }
      const content = await repository.git.readBlob(sha);
      return ok({
        sha,
        url: `${apiOf(host, repository)}/blobs/${sha}`,
        size: content.length,
        encoding: 'base64',
        content: content.toString('base64').replace(/.{60}/g, '$&\n'),
      });
    },
  },
  {
    method: 'POST',
    path: /^\/git\/blobs$/,
    async answer({ host, repository, request }) {
      const { content, encoding } = readJson(request) ?? {};
      if (typeof content !== 'string') {
        return failed(422, 'Invalid request.');
      }
      const sha = await repository.git.writeBlob(
        Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
      );
      return created({ sha, url: `${apiOf(host, repository)}/blobs/${sha}` });
    },
  },
  {
    method: 'POST',
    path: /^\/git\/trees$/,
    async answer({ host, repository, request }) {
      const { base_tree: base, tree } = readJson(request) ?? {};
      if (!Array.isArray(tree)) {
        return failed(422, 'Invalid request.');
      }
      const changes: TreeChange[] = await Promise.all(
        tree.map(async ({ path, mode, sha, content }) => ({
          path,
          mode,
          sha:
            typeof content === 'string'
              ? await repository.git.writeBlob(Buffer.from(content))
              : sha,
        })),
      );
      const made = await repository.git.writeTree(
        typeof base === 'string' ? base : undefined,
        changes,
      );
      return created({
        sha: made,
        url: `${apiOf(host, repository)}/trees/${made}`,
      });
    },
  },
  {
    method: 'POST',
    path: /^\/git\/commits$/,
    async answer({ host, repository, request }) {
      const { message, tree, parents, author } = readJson(request) ?? {};
      if (typeof message !== 'string' || typeof tree !== 'string') {
        return failed(422, 'Invalid request.');
      }
      const sha = await repository.git.createCommit({
        message,
        tree,
        parents: (parents as string[] | undefined) ?? [],
        author: author as { name: string; email: string } | undefined,
      });
      return created({
        sha,
        url: `${apiOf(host, repository)}/commits/${sha}`,
        message,
        tree: { sha: tree },
      });
    },
  },
  {
    method: 'POST',
    path: /^\/git\/refs$/,
    async answer({ host, repository, request }) {
      const { ref, sha } = readJson(request) ?? {};
      if (typeof ref !== 'string' || !/^refs\/.+\/./.test(ref)) {
        return failed(422, 'Reference name must start with "refs/".');
      }
      if (typeof sha !== 'string' || !(await repository.git.resolve(sha))) {
        return failed(422, 'Object does not exist');
      }
      if (await repository.git.resolve(ref)) {
        return failed(422, 'Reference already exists');
      }
      await repository.git.updateRef(ref, sha);
      return created(describeRef(host, repository, ref, sha));
    },
  },
  {
    method: 'PATCH',
    path: /^\/git\/refs\/(.+)$/,
    async answer({ host, repository, request, parts: [name] }) {
      const { sha, force } = readJson(request) ?? {};
      const ref = `refs/${name}`;
      const present = await repository.git.resolve(ref);
      if (present === undefined) {
        return failed(422, 'Reference does not exist');
      }
      if (typeof sha !== 'string' || !(await repository.git.resolve(sha))) {
        return failed(422, 'Object does not exist');
      }
      if (!force && !(await repository.git.isAncestor(present, sha))) {
        return failed(422, 'Update is not a fast forward');
      }
      await repository.git.updateRef(ref, sha);
      return ok(describeRef(host, repository, ref, sha));
    },
  },
];

function apiOf(
  { apiUrl }: HostAddresses,
  { owner, name }: HostedRepository,
): string {
  return `${apiUrl}/repos/${owner}/${name}/git`;
}

function describeRef(
  host: HostAddresses,
  repository: HostedRepository,
  ref: string,
  sha: string,
) {
  const api = apiOf(host, repository);
  return {
    ref,
    url: `${api}/${ref}`,
    object: { type: 'commit', sha, url: `${api}/commits/${sha}` },
  };
}
