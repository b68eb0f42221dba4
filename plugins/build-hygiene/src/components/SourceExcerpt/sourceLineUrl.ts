/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The page of a line at the scanned commit, for hosts whose addresses are
 * known; undefined otherwise, and the place is shown as text.
 */
export function sourceLineUrl(
  source: string | undefined,
  commit: string | undefined,
  path: string,
  line: number,
): string | undefined {
  if (!source || !commit) {
    return undefined;
  }
  let url: URL;
  try {
    url = new URL(source);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:') {
    return undefined;
  }
  const [owner, repository, ...rest] = url.pathname.split('/').filter(Boolean);
  if (!owner || !repository) {
    return undefined;
  }
  const file = path
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/');
  if (url.hostname === 'github.com') {
    const name = repository.replace(/\.git$/, '');
    // /owner/name/tree/<ref>/folder: findings are relative to the folder.
    const folder = rest[0] === 'tree' ? rest.slice(2) : [];
    const whole = [...folder, file].join('/');
    return `${url.origin}/${owner}/${name}/blob/${commit}/${whole}#L${line}`;
  }
  if (url.hostname === 'gitlab.com') {
    const project = url.pathname
      .split('/-/')[0]
      .replace(/\.git$/, '')
      .replace(/\/$/, '');
    return `${url.origin}${project}/-/blob/${commit}/${file}#L${line}`;
  }
  return undefined;
}
