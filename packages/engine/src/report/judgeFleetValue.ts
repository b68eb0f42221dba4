/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../dockerfile/parseImageReference';
import { compareGoVersions } from '../gomod/compareGoVersions';
import { parseProxyList } from '../gomod/parseProxyList';
import { baseSupport } from '../rules/facts/baseSupport';
import { datedFacts, hasPassed } from '../rules/facts/datedFacts';
import {
  goLineOf,
  goReleases,
  supportedGoLines,
} from '../rules/facts/goReleases';
import { FleetDrift, FleetFact } from './fleetTypes';

/**
 * The day (YYYY-MM-DD) on which the facts were read that values are judged by.
 *
 * @public
 */
export const fleetFactsDate = datedFacts.asOf;

/**
 * What is wrong with a value by the facts that this version of the engine has;
 * undefined for what is as it should be, and for what nothing is known of.
 *
 * @public
 */
export function judgeFleetValue({
  aspect,
  value,
}: FleetFact): FleetDrift | undefined {
  if (value === 'unknown') {
    return undefined;
  }
  switch (aspect) {
    case 'go-directive':
      return judgeGo(value, { isLeast: true });
    case 'go-toolchain':
      return judgeGo(value.replace(/^go/, ''), {});
    case 'go-image':
      return value === 'latest' ? { kind: 'floating' } : judgeGo(value, {});
    case 'base-image':
      return judgeBase(value);
    case 'base-pinning':
      return value === 'floating' ? { kind: 'floating' } : undefined;
    case 'module-proxy':
      return judgeProxies(value);
    case 'checksum-database':
      return value === 'off' ? { kind: 'unverified' } : undefined;
    case 'ci-cache':
      return value === 'none' ? { kind: 'no-cache' } : undefined;
    case 'buildkit':
    case 'syntax':
      return undefined;
    default:
      aspect satisfies never;
      return undefined;
  }
}

function judgeGo(
  version: string,
  { isLeast = false }: { isLeast?: boolean },
): FleetDrift | undefined {
  const newestLine = supportedGoLines[supportedGoLines.length - 1];
  const known = goLineOf(version);
  if (!known) {
    return /^\d+\.\d+/.test(version) &&
      compareGoVersions(version, goReleases[0].line) < 0
      ? { kind: 'ended', newest: newestLine.newest }
      : undefined;
  }
  const { endOfSupport, newest, line } = known;
  if (endOfSupport !== undefined && hasPassed(endOfSupport)) {
    return { kind: 'ended', newest: newestLine.newest, endOfSupport };
  }
  // A go line names the least that the module needs, a tag without patch the
  // newest one.
  const isPatch = version !== line && !isLeast;
  if (isPatch && compareGoVersions(version, newest) < 0) {
    return { kind: 'newer-patch', newest };
  }
  return line === newestLine.line || isLeast
    ? undefined
    : { kind: 'newer-line', newest: newestLine.newest };
}

function judgeBase(value: string): FleetDrift | undefined {
  const reference = parseImageReference(value);
  const support = reference && baseSupport(reference);
  if (support?.ended) {
    const { replacement, endOfSupport } = support;
    const newest =
      replacement?.repository === reference?.repository
        ? replacement?.tag
        : undefined;
    return {
      kind: 'ended',
      ...(newest !== undefined && { newest }),
      ...(endOfSupport !== undefined && { endOfSupport }),
    };
  }
  return reference && (reference.tag ?? 'latest') === 'latest'
    ? { kind: 'floating' }
    : undefined;
}

function judgeProxies(value: string): FleetDrift | undefined {
  const { entries, error } = parseProxyList(value);
  if (error !== undefined) {
    return { kind: 'invalid' };
  }
  return entries[0]?.kind === 'direct' ? { kind: 'no-proxy' } : undefined;
}
