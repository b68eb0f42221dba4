/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoSetting } from './goSettings';
import { allGoSettings } from './allGoSettings';
import { UnitSubject } from '../types';

/** An entry of GOPROXY as it is written. */
export interface WrittenProxy {
  /** Without the white space around it. */
  text: string;
  /** What follows it; empty behind the last one. */
  separator: ',' | '|' | '';
}

export const noProxyReason = 'GOPROXY is not set, or to nothing that is known.';

/** The values of GOPROXY that are set and known. */
export function proxySettings(subject: UnitSubject): GoSetting[] {
  return allGoSettings(subject, ['GOPROXY']).filter(
    ({ value, unknown }) => !unknown && value.trim() !== '',
  );
}

/**
 * The entries of a GOPROXY value, also those that Go never comes to.
 * https://go.dev/ref/mod#environment-variables
 */
export function splitProxyList(value: string): WrittenProxy[] {
  return [...value.matchAll(/([^,|]+)([,|]?)/g)].flatMap(
    ([, text, separator]) =>
      text.trim() === ''
        ? []
        : [{ text: text.trim(), separator: separator as ',' | '|' | '' }],
  );
}

/** Writes entries as one value. */
export function joinProxyList(entries: readonly WrittenProxy[]): string {
  return entries
    .map(({ text, separator }, index) =>
      index === entries.length - 1 ? text : `${text}${separator || ','}`,
    )
    .join('');
}

/** Whether an entry is none of those that name no proxy. */
export function isAddress({ text }: WrittenProxy): boolean {
  return text !== 'direct' && text !== 'off';
}

/** The address that Go asks: without a scheme it is https. */
export function addressOf({ text }: WrittenProxy): string {
  return text.includes(':/') ? text : `https://${text}`;
}
