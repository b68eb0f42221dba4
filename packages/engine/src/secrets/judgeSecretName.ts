/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const secretWords = new Set([
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'pass',
  'token',
  'secret',
  'secrets',
  'credential',
  'credentials',
  'apikey',
]);

/** Endings of names written without separators: `authtoken`, `dbpassword`. */
const secretEnding =
  /(?:password|passwd|passphrase|token|secret|apikey|accesskey|secretkey|privatekey|credentials?)$/;

/** What makes a `key` a secret one. */
const secretKeyWords = new Set([
  'api',
  'access',
  'account',
  'private',
  'signing',
  'encryption',
  'ssh',
  'gpg',
  'deploy',
  'master',
  'service',
  'shared',
  'auth',
  'license',
]);

/** `KEY_FILE`, `TOKEN_URL`, `SECRET_NAME`: where a secret is, not the secret. */
const harmlessEndings = new Set([
  'file',
  'files',
  'path',
  'dir',
  'directory',
  'name',
  'id',
  'ids',
  'url',
  'uri',
  'endpoint',
  'host',
  'type',
  'ttl',
  'expiry',
  'expires',
  'length',
  'size',
  'count',
  'limit',
  'version',
  'prefix',
  'env',
  'mount',
  'mounts',
  'store',
  'provider',
  'manager',
  'driver',
  'policy',
  'required',
  'enabled',
  'arn',
  'ref',
  'stdin',
]);

/** `PUBLIC_KEY`, `CACHE_KEY`: no secrets, whatever they are. */
const harmlessWords = new Set(['public', 'cache']);

/** Personal access tokens and sessions; the words mean other things as well. */
const possibleEndings = new Set(['pat', 'session', 'sid', 'sas', 'dsn']);

/** A part that each name needs to be judged; few have any. */
const telling = /pass|pwd|token|secret|credential|key|pat|session|sid|sas|dsn/;

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/**
 * How sure a variable's name makes us that its value is a secret: `certain`
 * names are masked whatever the value is, `possible` ones (a bare `key`) only
 * when the value looks random.
 */
export function judgeSecretName(
  name: string,
): 'certain' | 'possible' | undefined {
  if (!telling.test(name.toLowerCase())) {
    return undefined;
  }
  const words = wordsOf(name);
  const last = words[words.length - 1];
  if (last === undefined || harmlessEndings.has(last)) {
    return undefined;
  }
  if (words.some(word => harmlessWords.has(word))) {
    return undefined;
  }
  for (const word of words) {
    if (secretWords.has(word) || secretEnding.test(word)) {
      return 'certain';
    }
  }
  if (last === 'key' || last === 'keys') {
    return words.some(word => secretKeyWords.has(word))
      ? 'certain'
      : 'possible';
  }
  const isKeyData = last === 'data' && words.includes('key');
  return isKeyData || possibleEndings.has(last) ? 'possible' : undefined;
}

const checksumWords =
  /^(?:.*sum|sha\d*|md5|hash|digest|integrity|fingerprint|commit|revision|rev|ref|version|etag|ids?|path|image|tag|url|uri)$/;

/** Whether a variable's name says that its value is a checksum, or names one. */
export function isChecksumName(name: string): boolean {
  return wordsOf(name).some(word => checksumWords.test(word));
}
