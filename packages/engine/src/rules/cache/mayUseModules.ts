/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { baseName } from '../../snapshot/repositoryPath';
import { fetchesModules } from '../evidence/fetchesModules';

/** Programs that have nothing to do with Go modules. */
const harmless = new Set([
  ...['[', ':', 'adduser', 'addgroup', 'apk', 'apt', 'apt-get', 'cat', 'cd'],
  ...['chmod', 'chown', 'cp', 'curl', 'date', 'dnf', 'echo', 'export', 'false'],
  ...['file', 'git', 'grep', 'groupadd', 'gunzip', 'gzip', 'ldd', 'ln', 'ls'],
  ...['microdnf', 'mkdir', 'mv', 'node', 'npm', 'pip', 'pip3', 'pnpm'],
  ...['printf', 'pwd', 'rm', 'sed', 'set', 'sha256sum', 'strip', 'tar'],
  ...['test', 'touch', 'true', 'uname', 'unzip', 'update-ca-certificates'],
  ...['upx', 'useradd', 'wget', 'which', 'yarn', 'yum'],
]);

/** Whether a RUN may look into the module cache. */
export function mayUseModules(step: Step): boolean {
  const { instruction, shell, effects } = step;
  return (
    instruction.keyword === 'RUN' &&
    (effects.compiles ||
      fetchesModules(step) ||
      shell === undefined ||
      shell.opaque ||
      shell.commands.some(
        ({ name, nameSpan }) =>
          nameSpan !== undefined && !harmless.has(baseName(name ?? '')),
      ))
  );
}
