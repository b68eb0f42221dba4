/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';

type Cell = string | number | undefined;

const columns: readonly [name: string, of: (one: ServiceSummary) => Cell][] = [
  ['entityRef', one => one.entityRef],
  ['title', one => one.title],
  ['owner', one => one.owner],
  ['system', one => one.system],
  ['lifecycle', one => one.lifecycle],
  ['status', one => one.status],
  ['score', one => one.score],
  ['grade', one => one.grade],
  ['gate', one => one.gate],
  ['coverage', one => one.coverage],
  ['critical', one => one.openFindings.critical],
  ['high', one => one.openFindings.high],
  ['medium', one => one.openFindings.medium],
  ['low', one => one.openFindings.low],
  ['info', one => one.openFindings.info],
  ['hitRate', one => one.hitRate.value],
  ['builds', one => one.hitRate.builds],
  ['scannedAt', one => one.scannedAt],
  ['commit', one => one.commit],
  ['error', one => one.error?.code],
];

/** Spreadsheets take text that starts like this for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

function describeCell(cell: Cell): string {
  if (cell === undefined) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }
  // https://owasp.org/www-community/attacks/CSV_Injection
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first line. https://www.rfc-editor.org/rfc/rfc4180 */
export const csvHeader = `${columns.map(([name]) => name).join()}\r\n`;

/** One service as a line. */
export function describeCsvLine(service: ServiceSummary): string {
  return `${columns.map(([, of]) => describeCell(of(service))).join()}\r\n`;
}
