/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Instruction, NameValue } from '../../dockerfile/types';
import { looksRandom } from '../../secrets/looksRandom';
import { StageScope } from '../../units/StageScope';
import { lineAt } from '../evidence/lineAt';
import {
  findToken,
  findUserInformation,
  isRealValue,
  isSecretName,
} from '../evidence/secretValues';
import { unquote } from '../evidence/unquote';
import { isTestPath } from './secretInCopy';
import { SecretLeak } from './SecretLeak';

/** Credentials in the ARGs before the first FROM; names alone do no harm there. */
export function globalArgumentLeaks(dockerfile: Dockerfile): SecretLeak[] {
  return dockerfile.globalArguments.flatMap(instruction =>
    (instruction.pairs ?? []).flatMap(pair => {
      const value = pair.value && unquote(pair.value);
      const leak =
        value !== undefined && isSecretName(pair.name) && isRealValue(value)
          ? describeArgument(pair.name)
          : value !== undefined && describeValue(pair.name, value);
      return leak
        ? [place(dockerfile, instruction, { pair, message: leak })]
        : [];
    }),
  );
}

/** Credentials in the ARG or ENV of a stage. */
export function pairLeaks(
  dockerfile: Dockerfile,
  instruction: Instruction,
  scope: StageScope,
): SecretLeak[] {
  return (instruction.pairs ?? []).flatMap(pair => {
    const message =
      instruction.keyword === 'ARG'
        ? describeArgumentPair(pair)
        : describeEnvironmentPair(pair, { dockerfile, scope });
    return message ? [place(dockerfile, instruction, { pair, message })] : [];
  });
}

function describeArgumentPair(pair: NameValue): string | undefined {
  const value = pair.value && unquote(pair.value);
  if (isSecretName(pair.name)) {
    // `ARG USE_PASSWORD=true` is a switch, whatever its name.
    return value === undefined || value === '' || isRealValue(value)
      ? describeArgument(pair.name)
      : undefined;
  }
  return value === undefined ? undefined : describeValue(pair.name, value);
}

function describeEnvironmentPair(
  pair: NameValue,
  { dockerfile, scope }: { dockerfile: Dockerfile; scope: StageScope },
): string | undefined {
  const value = pair.value && unquote(pair.value);
  if (value === undefined || value === '') {
    return undefined;
  }
  if (!isSecretName(pair.name)) {
    return describeValue(pair.name, value);
  }
  const references = [...value.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)];
  const isSet =
    references.length === 0
      ? isRealValue(value) &&
        // A server for tests has a password that people think up.
        (looksRandom(value) || !isTestPath(dockerfile.path))
      : references.some(([, name]) => isGiven(name, scope));
  return isSet
    ? `\`ENV ${pair.name}\` keeps a credential in the image, where \`docker inspect\` shows it.`
    : undefined;
}

/** An ARG, or an ENV with a value; other names are empty in a build. */
function isGiven(name: string, scope: StageScope): boolean {
  if (scope.arguments.has(name)) {
    return true;
  }
  const value = scope.variables.get(name);
  return value !== undefined && isRealValue(value);
}

function describeArgument(name: string): string {
  return `\`ARG ${name}\` passes a credential as build argument, which the image history and the provenance record show.`;
}

/** A value that is a credential whatever its name. */
function describeValue(name: string, value: string): string | undefined {
  if (findToken(value) !== undefined) {
    return `The value of ${name} is a token.`;
  }
  const hasPassword = findUserInformation(value).some(
    ({ literal, host }) => literal !== undefined && !isLocal(host),
  );
  return hasPassword ? `The URL in ${name} has a password in it.` : undefined;
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0|host\.docker\.internal)/.test(host);
}

function place(
  dockerfile: Dockerfile,
  instruction: Instruction,
  { pair, message }: { pair: NameValue; message: string },
): SecretLeak {
  const line = lineAt(dockerfile, instruction, pair.nameSpan.start);
  const value = unquote(pair.value ?? '');
  return {
    line,
    endLine: line,
    message,
    hidden: value.startsWith('$') || value.length < 3 ? [] : [value],
  };
}
