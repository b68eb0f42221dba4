/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { csvHeader, describeCsvLine } from './describeCsvLine';

function titleCell(title: string): string {
  const service: ServiceSummary = {
    entityRef: 'component:default/a',
    title,
    status: 'pending',
    openFindings: { critical: 0, high: 1, medium: 2, low: 3, info: 4 },
    hitRate: { builds: 0, days: 30, minimumBuilds: 5 },
  };
  const [, cell] =
    /^component:default\/a,([^]*),,,,pending,,,,,0,1,2,3,4,,0,,,\r\n$/.exec(
      describeCsvLine(service),
    ) ?? [];
  return cell;
}

describe('describeCsvLine', () => {
  it.each([
    ['Orders', 'Orders'],
    ['a, "b"', '"a, ""b"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\r=1', '"\'\r=1"'],
    ['=a,b', '"\'=a,b"'],
  ])('writes %j as %j', (title, cell) => {
    expect(titleCell(title)).toBe(cell);
  });

  it('has as many cells as the first line', () => {
    expect(csvHeader.split(',')).toHaveLength(20);
  });
});
