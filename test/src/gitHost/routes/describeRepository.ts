/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HostAddresses, HostedRepository } from '../types';

/**
 * https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export function describeRepository(
  { apiUrl, url, webUrl }: HostAddresses,
  { id, owner, name, defaultBranch }: HostedRepository,
) {
  const fullName = `${owner}/${name}`;
  const api = `${apiUrl}/repos/${fullName}`;
  return {
    id,
    name,
    full_name: fullName,
    owner: { login: owner, type: 'Organization' },
    private: true,
    html_url: `${webUrl}/${fullName}`,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    commits_url: `${api}/commits{/sha}`,
    contents_url: `${api}/contents/{+path}`,
    pulls_url: `${api}/pulls{/number}`,
    trees_url: `${api}/git/trees{/sha}`,
    clone_url: `${url}/${fullName}.git`,
    default_branch: defaultBranch,
    permissions: { admin: false, maintain: false, push: true, pull: true },
  };
}
