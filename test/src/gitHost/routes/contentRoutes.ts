/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { notFound, ok } from '../answers';
import { Route } from '../types';

/**
 * Files and folders by their path.
 *
 * https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export const contentRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/contents(?:\/(.*))?$/,
    async answer({ host, repository, request, parts: [given = ''] }) {
      const { owner, name, git, defaultBranch } = repository;
      const path = given.replace(/\/$/, '');
      const ref = request.query.get('ref') ?? defaultBranch;
      const commit = await git.resolve(ref);
      if (commit === undefined) {
        return notFound();
      }
      const api = `${host.apiUrl}/repos/${owner}/${name}/contents/`;
      const describe = (type: string, sha: string, at: string) => ({
        type: type === 'tree' ? 'dir' : 'file',
        name: at.split('/').at(-1),
        path: at,
        sha,
        url: `${api}${at}?ref=${ref}`,
      });
      const object = await git.find(commit, path);
      if (object === undefined) {
        return notFound();
      }
      if (object.type === 'blob') {
        const content = await git.readBlob(object.sha);
        return isRaw(request.headers.accept)
          ? {
              status: 200,
              headers: { 'content-type': 'application/vnd.github.raw' },
              body: content,
            }
          : ok({
              ...describe('blob', object.sha, path),
              size: content.length,
              encoding: 'base64',
              content: content.toString('base64'),
            });
      }
      const entries = await git.listTree(object.sha);
      return ok(
        entries.map(({ type, sha, path: entry }) =>
          describe(type, sha, path === '' ? entry : `${path}/${entry}`),
        ),
      );
    },
  },
];

/** The old name of the media type is still taken. */
function isRaw(accept = ''): boolean {
  return /^application\/vnd\.github(?:\.v3)?\.raw\b/.test(accept);
}
