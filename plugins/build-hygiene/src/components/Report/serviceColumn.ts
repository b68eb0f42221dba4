/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Columns of the table of services, in their order. */
export const SERVICE_COLUMNS = [
  'name',
  'owner',
  'score',
  'gate',
  'critical',
  'hitRate',
  'scannedAt',
  'lastBuild',
  'coverage',
  'host',
  'commit',
] as const;

export type ServiceColumn = (typeof SERVICE_COLUMNS)[number];

/** What is shown unless somebody chooses. */
const usual: readonly ServiceColumn[] = SERVICE_COLUMNS.slice(0, 7);

/** The columns that the address asks for; the name is always one of them. */
export function readColumns(search: URLSearchParams): ServiceColumn[] {
  const asked = (search.get('columns') ?? '').split(',');
  const known = SERVICE_COLUMNS.filter(
    name => name === 'name' || asked.includes(name),
  );
  return known.length > 1 ? known : [...usual];
}

/** For the address; undefined for what is shown anyway. */
export function writeColumns(
  names: readonly ServiceColumn[],
): string | undefined {
  const text = SERVICE_COLUMNS.filter(name => names.includes(name)).join();
  return text === usual.join() ? undefined : text;
}
