/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const EXPLANATIONS: readonly [pattern: RegExp, explanation: string][] = [
  [/^spawn git ENOENT/, 'git is not installed, or not on the PATH'],
  [
    /detected dubious ownership|unsafe repository/,
    'the repository belongs to another user, and git does not read it unless the setting safe.directory names it',
  ],
  [/not a git repository/i, 'the folder is in no git repository'],
  [
    /(?:ambiguous argument|bad revision) 'HEAD'|Needed a single revision/,
    'the repository has no commit yet',
  ],
  [
    /promisor remote|lazy fetching disabled|transport '.{0,100}' not allowed/,
    'the repository is a partial clone, and what it lacks is not fetched; clone it without --filter',
  ],
  [
    /must be run in a work tree/,
    'the folder is no part of the repository’s work tree',
  ],
];

/** What git complains about, in one line for people. */
export function explainGitFailure(cause: string | Error): Error {
  const message = typeof cause === 'string' ? cause : cause.message;
  const known = EXPLANATIONS.find(([pattern]) => pattern.test(message));
  return new Error(
    known?.[1] ??
      message
        .split('\n', 1)[0]
        .replace(/^(?:fatal|error): /, 'git says: ')
        .trim(),
    { cause },
  );
}
