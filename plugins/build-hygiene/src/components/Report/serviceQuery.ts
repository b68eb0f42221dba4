/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Category, Grade, Severity } from '@build-hygiene/engine';
import {
  ScanErrorCode,
  ScanStatus,
  ServicesQuery,
  ServiceSort,
} from '@build-hygiene/plugin-build-hygiene-common';

export const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D', 'F'];

export const STATUSES: readonly ScanStatus[] = [
  'scanned',
  'stale',
  'pending',
  'failed',
  'not-applicable',
];

/** How many services a page may show. */
export const PAGE_SIZES: readonly number[] = [10, 20, 50, 100];

const SORTS: readonly ServiceSort[] = [
  'name',
  'owner',
  'score',
  'hitRate',
  'critical',
  'scannedAt',
];

const SCAN_ERRORS: readonly ScanErrorCode[] = [
  'no-source-location',
  'unsupported-source',
  'not-found',
  'forbidden',
  'rate-limited',
  'unreachable',
  'too-large',
  'timeout',
  'internal',
];

export const CATEGORIES: readonly Category[] = [
  'cache',
  'context',
  'modules',
  'proxy',
  'security',
  'image',
  'reproducible',
  'ci',
  'platform',
];

const SEVERITIES: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** The parameters that narrow the list; not sort, page or size. */
export const FILTER_NAMES = [
  'q',
  'owner',
  'system',
  'lifecycle',
  'grade',
  'status',
  'error',
  'host',
  'gate',
  'rule',
  'category',
  'campaign',
  'fleet',
  'severity',
] as const;

function known<T extends string>(
  list: readonly T[],
  values: string[],
): T[] | undefined {
  const found = list.filter(value => values.includes(value));
  return found.length > 0 ? found : undefined;
}

function some(values: string[]): string[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** Reads a query from the page's address; what is not understood is left out. */
export function readServicesQuery(search: URLSearchParams): ServicesQuery {
  const limit = Number(search.get('limit'));
  const [gate] = known(['pass', 'fail'] as const, search.getAll('gate')) ?? [];
  const [severity] = known(SEVERITIES, search.getAll('severity')) ?? [];
  const [category] = known(CATEGORIES, search.getAll('category')) ?? [];
  const [sort] = known(SORTS, search.getAll('sort')) ?? [];
  return {
    search: search.get('q') || undefined,
    owner: some(search.getAll('owner')),
    system: some(search.getAll('system')),
    lifecycle: some(search.getAll('lifecycle')),
    grade: known(GRADES, search.getAll('grade')),
    status: known(STATUSES, search.getAll('status')),
    error: known(SCAN_ERRORS, search.getAll('error')),
    host: search.get('host') || undefined,
    gate,
    rule: search.get('rule') || undefined,
    category,
    campaign: search.get('campaign') || undefined,
    fleet: search.get('fleet') || undefined,
    severity,
    sort: sort ?? 'score',
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    limit: PAGE_SIZES.find(size => size === limit) ?? 20,
    cursor: search.get('cursor') || undefined,
  };
}
