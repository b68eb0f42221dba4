/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isChecksumName, judgeSecretName } from './judgeSecretName';
import { looksLikeKey, looksRandom } from './looksRandom';
import { maskCommands } from './maskCommands';
import { tokenPatterns, tokenSign } from './tokenPatterns';

const placeholder = '***';

const pemBegin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** A block without its end is masked up to the end of the text. */
function maskPemBlocks(text: string): string {
  if (!text.includes('PRIVATE KEY')) {
    return text;
  }
  let result = '';
  let position = 0;
  pemBegin.lastIndex = 0;
  for (;;) {
    const begin = pemBegin.exec(text);
    if (!begin) {
      return result + text.slice(position);
    }
    const body = begin.index + begin[0].length;
    const end = text.indexOf('-----END', body);
    result += `${text.slice(position, body)}${placeholder}`;
    if (end < 0) {
      return result;
    }
    position = end;
    pemBegin.lastIndex = end;
  }
}

// `scheme://user:password@host`; greedy up to the last @ before the path.
const userInfo = /(?<=:\/\/)[^\s/?#"'<>`]+@/g;

function maskUserInfo(match: string): string {
  return match === 'git@' ? match : `${placeholder}@`;
}

// `Authorization: Bearer …`, `http.extraheader=AUTHORIZATION: basic …`.
const authorization =
  /(?<![A-Za-z])(authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:bearer|basic|token|digest|negotiate)\s{1,3})?)([^\s"']+)/gi;

// `Bearer …` and `Basic …` on their own; words of prose have no digits.
const scheme =
  /(?<![A-Za-z0-9])((?:bearer|basic|ssws)\s{1,3})([\w+/=.~-]{8,})/gi;

// `Cookie: session=…`, `Set-Cookie: …`
const cookie =
  /(?<![A-Za-z])((?:set-)?cookie["']?\s{0,3}:\s{0,3}["']?)([^\s"'=]{1,100}=[^\n"']+)/gi;

// `machine host login name password secret`, also one item a line.
const netrc =
  /((?<![\w.-])(?:login|machine)\s[^\n]{0,300}?\spassword\s+)(\S+)/gi;
const netrcLine = /^([ \t]*password[ \t]+)(\S+)[ \t]*$/gim;

/** A word that each of the five patterns above needs; most texts have none. */
const authenticationWord = /authorization|bearer|basic|ssws|cookie|password/i;

// `--password value`, `--token value`
const option =
  /(?<=^|\s)(--?[a-z][a-z-]{0,40}[ \t]{1,3})("[^"\n]*"|'[^'\n]*'|[^\s"'-][^\s"']*)/gi;

// `NAME=`, `NAME: `, `"name": `; the value is read only behind secret names,
// so that `--build-arg=TOKEN=…` and `https://host/?token=…` are seen as well.
const assignedName =
  /(?<![\w.-])([\w.-]{1,100})(?:\\?["'])?\s{0,3}(?::=|[=:])\s{0,3}/g;
const assignedValue = /\\?"[^"\n]*"?|\\?'[^'\n]*'?|[^\s"'`;&|<>]+/y;
/**
 * What is looked at of a value to judge it. A value that is not masked is read
 * again from each name in it, so that it has to be short.
 */
const mostJudged = 600;
const environment =
  /(?<![\w.-])((?:ENV|ARG)[ \t]{1,3})([\w.-]{1,100})([ \t]{1,3})([^\s=]+)(?=\s|$)/g;

const harmlessValue =
  /^(?:true|false|null|none|nil|undefined|yes|no|on|off|\d{1,5}|\$.*|%\w+%|\{\{.*|<[^>]*>?)$/i;

function bareValue(value: string): {
  open: string;
  text: string;
  close: string;
} {
  const quoted = /^(\\?["'])([^]*?)(\\?["'])?$/.exec(value);
  if (!quoted) {
    return { open: '', text: value, close: '' };
  }
  return { open: quoted[1], text: quoted[2], close: quoted[3] ?? '' };
}

const longestIndent = 200;

/** `password: word` on a line of its own is YAML, and no prose. */
function isWholeLine(text: string, start: number, end: number): boolean {
  // No further back: each name of a long line would look at all before it.
  const head = text.slice(Math.max(start - longestIndent, 0), start);
  const before = head.slice(head.lastIndexOf('\n') + 1);
  const after = text[end];
  return (
    /^[ \t-]*["']?$/.test(before) && (after === undefined || after === '\n')
  );
}

function isSecretValue(name: string, head: string, value: string): boolean {
  const { open, text } = bareValue(value);
  const judgement = judgeSecretName(name);
  if (judgement === 'certain' && value.length >= mostJudged) {
    return true;
  }
  if (text === '' || harmlessValue.test(text)) {
    return false;
  }
  const isColon = head.includes(':') && !head.includes('=');
  if (/^_?auth$/i.test(name)) {
    // Docker's config.json and .npmrc: base64 of user and password.
    return text.length >= 8 && (open !== '' || !isColon);
  }
  if (judgement === undefined) {
    return isEnvironmentName(name) && !isColon && looksLikeKey(text);
  }
  if (/^(?:id|type|src|source|env|target)=/.test(text)) {
    // `--secret=id=netrc,src=…` names a secret and does not tell it.
    return false;
  }
  if (judgement === 'possible') {
    return looksRandom(text);
  }
  // `token: not found` is prose.
  return !isColon || open !== '' || /\d|[^\w.,:;!?()-]/.test(text);
}

/** A variable of which nothing says that it holds a checksum or an id. */
function isEnvironmentName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{2,}$/.test(name) && !isChecksumName(name);
}

function readValue(text: string, start: number): string | undefined {
  assignedValue.lastIndex = start;
  return assignedValue.exec(text)?.[0];
}

function maskAssignments(text: string): string {
  if (!/[=:]/.test(text)) {
    return text;
  }
  let result = '';
  let position = 0;
  assignedName.lastIndex = 0;
  for (;;) {
    const match = assignedName.exec(text);
    if (!match) {
      return result + text.slice(position);
    }
    const name = match[1];
    const start = assignedName.lastIndex;
    const isCandidate =
      judgeSecretName(name) !== undefined ||
      isEnvironmentName(name) ||
      /^_?auth$/i.test(name);
    const judged = isCandidate
      ? readValue(text.slice(start, start + mostJudged), 0)
      : undefined;
    if (
      judged !== undefined &&
      (isSecretValue(name, match[0], judged) ||
        (judgeSecretName(name) === 'certain' &&
          !harmlessValue.test(judged) &&
          isWholeLine(text, match.index, start + judged.length)))
    ) {
      const value = readValue(text, start) ?? judged;
      const { open, close } = bareValue(value);
      result += `${text.slice(position, start)}${open}${placeholder}${close}`;
      position = start + value.length;
      assignedName.lastIndex = position;
    }
  }
}

function maskOption(match: string, flag: string, value: string): string {
  const name = flag.trim().replace(/^-+/, '');
  const { open, text, close } = bareValue(value);
  if (
    judgeSecretName(name) !== 'certain' ||
    name === 'secret' ||
    text === '' ||
    harmlessValue.test(text)
  ) {
    return match;
  }
  return `${flag}${open}${placeholder}${close}`;
}

function maskOnce(text: string): string {
  let result = maskCommands(maskAssignments(maskPemBlocks(text)));
  if (tokenSign.test(result)) {
    for (const pattern of tokenPatterns) {
      result = result.replace(pattern, placeholder);
    }
  }
  if (result.includes('://')) {
    result = result.replace(userInfo, maskUserInfo);
  }
  if (authenticationWord.test(result)) {
    result = maskAuthentication(result);
  }
  if (result.includes('-')) {
    result = result.replace(option, maskOption);
  }
  return maskInstructions(result);
}

function maskAuthentication(text: string): string {
  return text
    .replace(authorization, `$1${placeholder}`)
    .replace(scheme, (match, head: string, value: string) =>
      /\d|=/.test(value) ? `${head}${placeholder}` : match,
    )
    .replace(cookie, `$1${placeholder}`)
    .replace(netrc, `$1${placeholder}`)
    .replace(netrcLine, `$1${placeholder}`);
}

function maskInstructions(text: string): string {
  return text.includes('ENV') || text.includes('ARG')
    ? text.replace(
        environment,
        (match, head: string, name: string, gap: string, value: string) =>
          judgeSecretName(name) === 'certain' && !harmlessValue.test(value)
            ? `${head}${name}${gap}${placeholder}`
            : match,
      )
    : text;
}

/**
 * Replaces secrets in a text by `***`: tokens of known shape, private keys,
 * URL user information, authorization headers, netrc passwords, and the values
 * of variables whose name says password, token, secret or key. The length of a
 * secret does not show. Masking twice changes nothing.
 *
 * @public
 */
export function maskSecrets(text: string): string {
  // One mask can uncover another (a quote that closed a masked value), so
  // repeat until nothing changes; real text needs one pass and a check.
  let result = text;
  for (let pass = 0; pass < 8; pass++) {
    const next = maskOnce(result);
    if (next === result) {
      return result;
    }
    result = next;
  }
  return result;
}
