/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { baseName, folderOf } from '../../snapshot/repositoryPath';
import { Snapshot, TreeEntry } from '../../snapshot/types';
import { findToken, isRealValue, isSecretName } from '../evidence/secretValues';
import {
  hasRegistryToken,
  isCredentialPath,
  isTestPath,
} from '../security/secretInCopy';

const settings =
  'the settings of an environment, where passwords and tokens are kept';

/** Whether what a file holds is told by its name, and may be no secret. */
export function isGuessedKind(
  path: string,
  what: string,
  { files }: Snapshot,
): boolean {
  return what === settings && !files.get(path);
}

/** What a file holds that must not get into an image; `undefined` for others. */
export function secretFileKind(
  { path, kind }: TreeEntry,
  snapshot: Snapshot,
): string | undefined {
  // A context has thousands of files, and few have such a name.
  const what = kind === 'submodule' ? undefined : kindByName(path, snapshot);
  // A vendored module's keys are as public as the module.
  return what === undefined ||
    /\.pub$/i.test(path) ||
    isTemplate(baseName(path)) ||
    isTestPath(path) ||
    isBesideTests(path, snapshot) ||
    /(?:^|\/)(?:vendor|node_modules)\//.test(path)
    ? undefined
    : what;
}

function kindByName(path: string, snapshot: Snapshot): string | undefined {
  const name = baseName(path);
  const text = snapshot.files.get(path);
  if (name === '.npmrc') {
    return text !== undefined && hasRegistryToken(text)
      ? 'a registry token'
      : undefined;
  }
  if (
    /^\.env(?:$|\.(?:local|prod|production|stag|staging|live|secrets?|.+\.local)$)/i.test(
      name,
    )
  ) {
    return mayHoldSecrets(text) && !isBrowserSetting(path, snapshot)
      ? settings
      : undefined;
  }
  if (isKey(name)) {
    return text === undefined || text === '' || findToken(text) !== undefined
      ? 'a private key'
      : undefined;
  }
  if (isClusterAccess(name)) {
    return 'access to a cluster';
  }
  if (/\.tfstate(?:\.backup)?$/i.test(name)) {
    return 'Terraform state, with every secret that Terraform has seen';
  }
  if (
    /^(?:service[-_]?account(?:[-_]?key)?|gcp[-_]?key|gcloud[-_]?(?:key|service[-_]?key)|application_default_credentials)\.json$/i.test(
      name,
    )
  ) {
    return 'the key of a service account';
  }
  return isCredentialFile(path) ? 'credentials' : undefined;
}

/** A key or an access file in the folder of a Go package that has tests. */
function isBesideTests(path: string, { tree }: Snapshot): boolean {
  const folder = folderOf(path);
  const name = baseName(path);
  return (
    folder !== '' &&
    !name.startsWith('.') &&
    (isKey(name) || isClusterAccess(name)) &&
    tree.some(
      entry =>
        entry.path.endsWith('_test.go') && folderOf(entry.path) === folder,
    )
  );
}

function isClusterAccess(name: string): boolean {
  return /^(?:kubeconfig(?:\.ya?ml)?|.+\.kubeconfig)$/i.test(name);
}

/** `.env.example`, `id_rsa.sample`, `kubeconfig.tmpl`. */
function isTemplate(name: string): boolean {
  return /\.defaults?$|(?:^|[._-])(?:example|examples|sample|template|tmpl|tpl|dist|dummy|fake|test|testing)(?:[._-]|$)/i.test(
    name,
  );
}

function isKey(name: string): boolean {
  return (
    (/^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name) ||
      /\.(?:key|ppk|p12|pfx|keystore|jks)$/i.test(name) ||
      /(?:^|[._-])(?:key|private|privkey)\.pem$/i.test(name)) &&
    // `jwt-public.pem` is for everyone.
    !/(?:^|[._-])pub(?:lic)?[._-]/i.test(name)
  );
}

/** The file itself, or one in a folder that only holds credentials. */
function isCredentialFile(path: string): boolean {
  const name = baseName(path);
  if (/^(?:known_hosts|config|authorized_keys)$/.test(name)) {
    return /(?:^|\/)\.kube\/config$/.test(path);
  }
  return isCredentialPath(path) || /(?:^|\/)\.(?:aws|gnupg)\//.test(path);
}

/**
 * Build tools of web pages take settings from files that belong into the
 * repository, and put them into what browsers get.
 * https://vite.dev/guide/env-and-mode#env-files
 * https://create-react-app.dev/docs/adding-custom-environment-variables/
 */
function isBrowserSetting(path: string, { tree }: Snapshot): boolean {
  if (path.endsWith('.local')) {
    return false;
  }
  const folder = folderOf(path);
  const start = folder === '' ? '' : `${folder}/`;
  const beside = tree.flatMap(entry =>
    entry.path.startsWith(start) ? entry.path.slice(start.length) : [],
  );
  return (
    beside.some(name =>
      /^(?:vite|vue|svelte|astro|webpack|rspack|rsbuild|metro)\.config\.[cm]?[jt]s$/.test(
        name,
      ),
    ) ||
    // Create React App has no such file, and a page that it fills.
    ['package.json', 'public/index.html'].every(name => beside.includes(name))
  );
}

/** Without its text an environment file is taken for what it usually is. */
function mayHoldSecrets(text: string | undefined): boolean {
  if (text === undefined || text === '') {
    return true;
  }
  return text.split('\n').some(line => {
    const match =
      /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \t]*=[ \t]*(.*)$/s.exec(
        line.trimEnd(),
      );
    if (!match) {
      return false;
    }
    const value = match[2].replace(/^(["'])(.*)\1$/, '$2');
    return (
      findToken(value) !== undefined ||
      (isSecretName(match[1]) && isRealValue(value) && !value.startsWith('$'))
    );
  });
}
