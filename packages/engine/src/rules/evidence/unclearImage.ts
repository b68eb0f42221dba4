/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile } from '../../dockerfile/types';
import { CheckReason } from '../../sentences';

/**
 * Errors behind which a FROM, USER or ENTRYPOINT may be hidden: a misspelt
 * instruction can be any of them, and a heredoc without end swallows the rest.
 */
const structuralErrors = new Set([
  'from-arguments',
  'invalid-heredoc',
  'invalid-stage-name',
  'line-too-long',
  'no-stage',
  'unknown-instruction',
  'unterminated-heredoc',
]);

/**
 * Why nobody can tell which image a Dockerfile ends in, if that is so. Rules
 * about that image have nothing to say then; that the file cannot be built is
 * a finding of its own.
 */
export function unclearImageReason({
  problems,
}: Dockerfile): CheckReason | undefined {
  const problem = problems.find(
    ({ severity, code }) => severity === 'error' && structuralErrors.has(code),
  );
  return (
    problem &&
    `The final image cannot be told: line ${problem.line} is not understood (${problem.message}).`
  );
}
