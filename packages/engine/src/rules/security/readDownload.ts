/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../../dockerfile/types';

/** A call of curl or wget that fetches something. */
export interface Download {
  addresses: string[];
  /** The file that it is written to; undefined for the standard output. */
  output?: string;
}

/** Reads a call of curl or wget; undefined for other uses of them. */
export function readDownload(
  program: string,
  words: readonly string[],
  { redirects }: ShellCommand,
): Download | undefined {
  const redirect = redirects.find(
    ({ operator, target }) => /^>{1,2}\|?$/.test(operator) && target,
  )?.target;
  switch (program) {
    case 'curl':
      return readCurl(words, redirect);
    case 'wget':
      return readWget(words, redirect);
    default:
      return undefined;
  }
}

function readCurl(
  words: readonly string[],
  redirect: string | undefined,
): Download | undefined {
  if (
    words.some(
      word =>
        /^-[A-Za-z]*[IdFT]$/.test(word) ||
        /^--(?:head|data.*|form.*|upload-file|json|version|help)$/.test(word),
    ) ||
    words.some(
      (word, index) =>
        /^(?:-X|--request)$/.test(word) && words[index + 1] !== 'GET',
    )
  ) {
    return undefined;
  }
  const addresses = words.filter(isAddress);
  let output = redirect;
  for (const [index, word] of words.entries()) {
    if (/^-[A-Za-z#]*o$/.test(word) || word === '--output') {
      output = words[index + 1];
    } else if (/^--output=/.test(word)) {
      output = word.slice('--output='.length);
    } else if (
      /^-[A-Za-z#]*O/.test(word) ||
      /^--remote-name(?:-all)?$/.test(word)
    ) {
      output ??= lastPart(addresses[0]);
    }
  }
  return addresses.length > 0 ? { addresses, output } : undefined;
}

function readWget(
  words: readonly string[],
  redirect: string | undefined,
): Download | undefined {
  if (
    words.some(word => /^--(?:spider|post-.*|method.*|version)$/.test(word))
  ) {
    return undefined;
  }
  const addresses = words.filter(isAddress);
  let output: string | undefined = lastPart(addresses[0]);
  for (const [index, word] of words.entries()) {
    const [, cluster, joined] = /^-([A-Za-z]*)O(.*)$/s.exec(word) ?? [];
    const long = /^--output-document(?:=(.*))?$/.exec(word);
    if (cluster !== undefined) {
      output = joined || words[index + 1];
    } else if (long) {
      output = long[1] ?? words[index + 1];
    }
  }
  if (output === '-' || output === '/dev/stdout') {
    output = redirect;
  }
  return addresses.length > 0 ? { addresses, output } : undefined;
}

/** An address that is not the machine itself. */
function isAddress(word: string): boolean {
  return (
    /^(?:https?|ftp):\/\/./i.test(word) &&
    !/^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\])/i.test(word)
  );
}

function lastPart(address: string | undefined): string | undefined {
  return address
    ?.replace(/[?#].*$/s, '')
    .split('/')
    .pop();
}
