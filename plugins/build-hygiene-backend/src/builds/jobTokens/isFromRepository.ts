/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What may follow a repository in the URL of something in it. */
const inRepository = /^(?:\.git)?\/?$|^\/(?:-\/)?(?:tree|blob|raw|edit|src)\//;

/**
 * Whether a source location is in a repository. Hosts with accounts on them
 * take paths regardless of case.
 */
export function isFromRepository(
  sourceUrl: string,
  repositoryUrl: string,
): boolean {
  if (!URL.canParse(sourceUrl) || !URL.canParse(repositoryUrl)) {
    return false;
  }
  const source = new URL(sourceUrl);
  const repository = new URL(repositoryUrl);
  const path = source.pathname.toLocaleLowerCase('en-US');
  const start = repository.pathname.toLocaleLowerCase('en-US');
  return (
    source.host === repository.host &&
    path.startsWith(start) &&
    inRepository.test(path.slice(start.length))
  );
}
