/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { judgeSecretName } from '../../secrets/judgeSecretName';
import { looksRandom } from '../../secrets/looksRandom';
import { tokenPatterns, tokenSign } from '../../secrets/tokenPatterns';

/** Endings that make a name one about a secret rather than of one. */
const aboutSecrets = new Set([
  'algorithm',
  'alias',
  'audience',
  'auth',
  'backend',
  'cache',
  'class',
  'field',
  'format',
  'header',
  'helper',
  'issuer',
  'label',
  'lifetime',
  'method',
  'mode',
  'out',
  'pattern',
  'prompt',
  'regex',
  'region',
  'rotation',
  'scope',
  'scopes',
  'server',
  'service',
  'source',
  'strategy',
  'timeout',
  'username',
  'user',
]);

/** `ALLOW_EMPTY_PASSWORD`, `USE_TOKEN`: switches. */
const switchWords = new Set([
  'allow',
  'disable',
  'enable',
  'has',
  'is',
  'no',
  'require',
  'skip',
  'use',
  'with',
]);

/** Build tools put variables with these prefixes into what browsers get. */
const publicPrefix =
  /^(?:VITE|NEXT_PUBLIC|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|VUE_APP|PUBLIC)_/;

const placeholderValue =
  /dummy|placeholder|fake|unused|not[-_ ]?used|example|change[-_ ]?(?:me|this|it)|replace[-_ ]?me|todo|xxxx|redacted[-_]?here|^your[-_ ]|insert[-_ ]|<[^<>]*>|\{\{|^\*+$|^\.{3}$|^-$|^build(?:time)?(?:[-_]only)?$|^test(?:ing)?$/i;

const harmlessValue = /^(?:true|false|yes|no|on|off|null|none|nil|\d{1,4})$/i;

/** `/run/app/token.json`, `~/.config/key`: where a secret is, not the secret. */
const filePath = /^(?:~|\.{1,2})?(?:\/\.?[A-Za-z][\w.-]*){2,}$/;

/** Whether a variable of this name is meant to hold a credential. */
export function isSecretName(name: string): boolean {
  if (publicPrefix.test(name) || judgeSecretName(name) !== 'certain') {
    return false;
  }
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  return !(
    switchWords.has(words[0]) ||
    words.includes('gpg') ||
    words.includes('pgp') ||
    words.includes('publishable') ||
    words.includes('anon') ||
    aboutSecrets.has(words[words.length - 1])
  );
}

/** Whether a literal value stands for itself rather than for something else. */
export function isRealValue(value: string): boolean {
  return (
    value !== '' &&
    !harmlessValue.test(value) &&
    !placeholderValue.test(value) &&
    !(filePath.test(value) && !value.split('/').some(looksRandom))
  );
}

/** The first token of a known shape in a text. */
export function findToken(text: string): string | undefined {
  for (const pattern of tokenSign.test(text) ? tokenPatterns : []) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    pattern.lastIndex = 0;
    if (match && !placeholderValue.test(match[0])) {
      return match[0];
    }
  }
  return /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.exec(text)?.[0];
}

/** The user information of a URL: `user:password` of `https://user:password@host`. */
export interface UserInformation {
  text: string;
  host: string;
  /** Names of the shell or Dockerfile variables in it. */
  variables: string[];
  /** The password when it is written out. */
  literal?: string;
}

const urlUserInformation =
  /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/([^\s/?#"'`<>@]{1,500})@([A-Za-z0-9.${}_-]{0,200})/g;

/** All user information in the URLs of a text. */
export function findUserInformation(text: string): UserInformation[] {
  const found: UserInformation[] = [];
  if (!text.includes('://')) {
    return found;
  }
  for (const [, information, host] of text.matchAll(urlUserInformation)) {
    const variables = [
      ...information.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g),
    ].map(match => match[1]);
    const colon = information.indexOf(':');
    const password = colon < 0 ? '' : information.slice(colon + 1);
    const isLiteral =
      password !== '' &&
      !/[$%(){}[\]\\]/.test(password) &&
      isRealValue(password);
    found.push({
      text: information,
      host,
      variables,
      literal: isLiteral ? password : undefined,
    });
  }
  return found;
}
