/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../../dockerfile/types';
import { baseName, cleanPath } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { StageScope } from '../../units/StageScope';
import { copyWords } from '../../units/contextCopies';
import { BuildUnit } from '../../units/types';
import { findToken } from '../evidence/secretValues';
import { SecretLeak } from './SecretLeak';

const credentialFiles = new Set([
  '.netrc',
  '_netrc',
  '.git-credentials',
  '.pypirc',
  '.dockercfg',
  '.pgpass',
  '.vault-token',
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  'id_rsa*',
  'id_*',
]);

const credentialFolders = new Set(['.ssh', '.aws', '.gnupg', '.kube']);

/** Whether a path names a file or folder of credentials. */
export function isCredentialPath(path: string): boolean {
  const clean = cleanPath(path);
  const name = baseName(clean);
  return (
    credentialFiles.has(name) ||
    credentialFolders.has(name) ||
    /(?:^|\/)\.(?:docker\/config\.json|aws\/credentials|kube\/config)$|(?:^|\/)\.config\/gcloud(?:\/|$)/.test(
      clean,
    )
  );
}

/** Whether a path is test material, where keys are made up. */
export function isTestPath(path: string): boolean {
  return (
    /(?:^|\/)(?:contrib|hack|integration|stubs?|[\w.-]*testing|[\w.-]*(?<!la|con|at)tests?|(?:[\w.-]+[-_])?(?:tests?|__tests__|fixtures?|examples?|samples?|e2e|specs?|suites?|mocks?|dummy|dummies|fakes?|docs?))(?:\/|$)/i.test(
      path,
    ) ||
    /(?:^|\/)(?:tests?|samples?|examples?|mocks?)[-_]?(?:assets?|certs?|certificates?|config|configs|data|files?|fixtures?|keys?|resources?|utils?)(?:\/|$)/i.test(
      path,
    )
  );
}

/** An `.npmrc` is secret only with a token that is written out. */
export function hasRegistryToken(text: string): boolean {
  return (
    findToken(text) !== undefined ||
    /^[ \t]*(?:\/\/\S*:)?_(?:authToken|auth|password)[ \t]*=[ \t]*["']?(?!\s|["']?\$)\S/m.test(
      text,
    )
  );
}

/** Credential files that a COPY or ADD takes, from the context or a stage. */
export function copyLeaks(
  instruction: Instruction,
  {
    unit,
    snapshot,
    scope,
  }: {
    unit: BuildUnit;
    snapshot: Snapshot;
    scope: StageScope;
  },
): SecretLeak[] {
  const words = copyWords(instruction);
  const fromStage = instruction.flags.some(({ name }) => name === 'from');
  const { directory } = unit.context;
  const leaks: SecretLeak[] = [];
  for (const word of words.slice(0, -1)) {
    const { value } = scope.expand(word);
    const path = cleanPath(value);
    const text =
      fromStage || baseName(path) !== '.npmrc'
        ? undefined
        : snapshot.files.get(directory === '' ? path : `${directory}/${path}`);
    if (
      (isCredentialPath(path) ||
        (text !== undefined && hasRegistryToken(text))) &&
      !isTestPath(path)
    ) {
      leaks.push({
        line: instruction.line,
        endLine: instruction.endLine,
        message: `${instruction.keyword} of ${path} puts credentials into a layer, where they stay even if a later step deletes them.`,
        hidden: [],
      });
    }
  }
  return leaks;
}
