/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseScript } from '../../ci/parseScript';
import { PipelineFile, readPipelines } from '../../ci/readPipelines';
import { textsOf, YamlText, YamlValue } from '../../ci/readYaml';
import { LineIndex } from '../../dockerfile/LineIndex';
import { looksRandom } from '../../secrets/looksRandom';
import { tokenPatterns } from '../../secrets/tokenPatterns';
import { Snapshot } from '../../snapshot/types';
import { findUserInformation, isRealValue, isSecretName } from './secretValues';

/** A credential that is written out in a pipeline. */
export interface PipelineCredential {
  path: string;
  line: number;
  message: string;
  /** What must not be shown. */
  secret: string;
}

const maximumFindings = 50;

/** Credentials that are written out in the pipelines of a repository. */
export function findPipelineCredentials(
  snapshot: Snapshot,
): PipelineCredential[] {
  const found = readPipelines(snapshot).flatMap(file => [
    ...findTokens(file),
    ...file.documents.flatMap(document => readValue(document, file, [])),
  ]);
  return [
    ...new Map(
      found.map(credential => [
        `${credential.path}:${credential.line}`,
        credential,
      ]),
    ).values(),
  ].slice(0, maximumFindings);
}

/** Tokens whose shape tells what they are, wherever they stand. */
function findTokens({ path, source }: PipelineFile): PipelineCredential[] {
  const found: PipelineCredential[] = [];
  const lines = new LineIndex(source);
  for (const pattern of tokenPatterns) {
    for (const match of source.matchAll(new RegExp(pattern, pattern.flags))) {
      const [secret] = match;
      if (isRealToken(secret)) {
        found.push({
          path,
          line: lines.lineAt(match.index ?? 0),
          message: `A token (${secret.slice(
            0,
            4,
          )}…) is written out in the pipeline.`,
          secret,
        });
      }
    }
  }
  const key = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----\s+[\w+/]{20}/.exec(
    source,
  );
  if (key) {
    found.push({
      path,
      line: lines.lineAt(key.index),
      message: 'A private key is written out in the pipeline.',
      secret: key[0],
    });
  }
  return found;
}

/** Parts of values that are made up for tests and documents. */
const madeUp =
  /test|example|dummy|fake|sample|demo|mock|secret|password|passw0rd|token|(?:access|api)[_-]?key|change|local|insecure|placeholder|invalid|redacted|xxxx|12345|abcdef|foobar|qwerty|admin|(.)\1{4}/i;

/** Tokens for tests are `…_test_…`; those of a JSON Web Token stand in its text. */
function isRealToken(token: string): boolean {
  if (madeUp.test(token) || !isRealValue(token)) {
    return false;
  }
  if (token.startsWith('eyJ')) {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64').toString();
    return (
      payload.startsWith('{') && !/demo|anon|test|localhost/i.test(payload)
    );
  }
  return /^(?:AKIA|ASIA|ABIA|ACCA)/.test(token) || looksRandom(token);
}

/** Names of values that tests make up: nobody else knows of them. */
const ownSecret =
  /jwt|session|cookie|csrf|salt|hmac|encrypt|signing|webhook|secret_key_base|app_key|nextauth|codecov/i;

/**
 * Keys that open projects show on purpose: they only hand something in.
 * https://docs.fossa.com/docs/api-reference
 */
const openKey = /fossa/i;

/** Parts of a pipeline that start a service for the job alone. */
const localParts = new Set(['services', 'matrix', 'outputs', 'inputs']);

function readValue(
  value: YamlValue,
  file: PipelineFile,
  keys: readonly string[],
): PipelineCredential[] {
  switch (value.kind) {
    case 'list':
      return value.items.flatMap(item => readValue(item, file, keys));
    case 'map':
      return [...value.entries].flatMap(([name, entry]) =>
        localParts.has(name) && keys.length < 4
          ? []
          : readValue(entry, file, [...keys, name]),
      );
    case 'text':
      return readText(value, file, keys);
    default:
      value satisfies never;
      return [];
  }
}

function readText(
  value: YamlText,
  { path, source }: PipelineFile,
  keys: readonly string[],
): PipelineCredential[] {
  const name = keys[keys.length - 1] ?? '';
  const place = { path, line: value.firstLine ?? value.line };
  if (/^(?:run|script|before_script|after_script)$/.test(name)) {
    return readScripts(value, path);
  }
  const { text } = value;
  const holder = keys[keys.length - 2] ?? '';
  const isVariable = /^(?:env|variables|with|secrets)$/.test(
    name === 'value' ? keys[keys.length - 3] ?? '' : holder,
  );
  const variable = name === 'value' ? holder : name;
  if (
    isVariable &&
    !value.tagged &&
    isSecretName(variable) &&
    !ownSecret.test(variable) &&
    !openKey.test(variable) &&
    isStrongLiteral(text) &&
    !isUsedLocally(text, source)
  ) {
    return [
      {
        ...place,
        message: `The value of ${variable} is written out in the pipeline.`,
        secret: text,
      },
    ];
  }
  return readUrls(text, place);
}

/** Text that nobody types or makes up as an example. */
function isStrongLiteral(text: string): boolean {
  return (
    /^[\w+/=.~!@#%^*-]{16,500}$/.test(text) &&
    !text.includes('${{') &&
    // Variables, addresses and paths.
    !/^[$%@]|:\/\/|^[\w./-]+\/[\w./-]+$/.test(text) &&
    isRealValue(text) &&
    !madeUp.test(text) &&
    looksRandom(text)
  );
}

/** The same value in `services`, or in the address of this machine. */
function isUsedLocally(text: string, source: string): boolean {
  const [first, ...rest] = source.split(text);
  return (
    rest.length > 1 &&
    /services:|localhost|127\.0\.0\.1/.test(first + rest.join(''))
  );
}

/** `https://user:password@host` with a password that is written out. */
function readUrls(
  text: string,
  place: { path: string; line: number },
): PipelineCredential[] {
  return findUserInformation(text).flatMap(({ literal, host }) =>
    literal !== undefined &&
    isPublicHost(host) &&
    literal.length >= 8 &&
    !madeUp.test(literal)
      ? [
          {
            ...place,
            message: `A password for ${host.slice(
              0,
              100,
            )} is written out in the pipeline.`,
            secret: literal,
          },
        ]
      : [],
  );
}

/** Names without a dot are those of services of the job. */
function isPublicHost(host: string): boolean {
  return (
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host) &&
    !/^(?:127\.|10\.|192\.168\.|0\.0\.0\.0)|\.(?:local|localhost|test|invalid|internal)$|(?:^|\.)example\.(?:com|org|net)$/i.test(
      host,
    )
  );
}

/** What scripts give to the programs that log in. */
function readScripts(value: YamlText, path: string): PipelineCredential[] {
  const found: PipelineCredential[] = [];
  for (const text of textsOf(value)) {
    for (const command of parseScript(text.text).commands) {
      const line =
        text.firstLine === undefined
          ? text.line
          : text.firstLine + command.line - 1;
      const words = command.arguments;
      for (const { text: word, static: isFixed } of words) {
        if (isFixed && word.includes('://')) {
          found.push(...readUrls(word, { path, line }));
        }
      }
      const password = loginPassword(command.name, words);
      if (password !== undefined) {
        found.push({
          path,
          line,
          message: `The password of \`${command.name} login\` is written out in the pipeline.`,
          secret: password,
        });
      }
    }
  }
  return found;
}

/** `docker login -p …`, to a registry that is not of this machine. */
function loginPassword(
  name: string | undefined,
  words: readonly { text: string; static: boolean }[],
): string | undefined {
  if (
    !/^(?:docker|podman|buildah|helm|skopeo|crane)$/.test(name ?? '') ||
    !words.some(({ text }) => text === 'login') ||
    words.some(({ text }) => /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(text))
  ) {
    return undefined;
  }
  for (const [index, { text }] of words.entries()) {
    const joined = /^--password=([^]*)$/.exec(text)?.[1];
    const next =
      text === '-p' || text === '--password' ? words[index + 1] : undefined;
    const password = joined ?? next?.text;
    const isFixed = joined === undefined ? next?.static : words[index].static;
    if (
      password !== undefined &&
      isFixed &&
      password.length >= 8 &&
      !/[$`]/.test(password) &&
      isRealValue(password) &&
      !madeUp.test(password)
    ) {
      return password;
    }
  }
  return undefined;
}
