/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReadingProblem } from '../sentences';
import { Snapshot } from '../snapshot/types';
import { parsePolicy, PolicyReading } from './parsePolicy';

/**
 * The files that a repository may keep its policy in, at its root.
 *
 * @public
 */
export const policyFiles: readonly string[] = [
  '.build-hygiene.yaml',
  '.build-hygiene.yml',
];

/**
 * The policy of a repository itself; neither policy nor problem without one.
 *
 * @public
 */
export function readPolicyFile(snapshot: Snapshot): PolicyReading {
  const [path, other] = policyFiles.filter(name => snapshot.files.has(name));
  if (path === undefined) {
    return { problems: [] };
  }
  if (other !== undefined) {
    const message: ReadingProblem = `There is a policy in ${path}, too: keep one of them.`;
    return { problems: [{ path: other, code: 'parse', message }] };
  }
  return parsePolicy(snapshot.files.get(path) ?? '', { path });
}
