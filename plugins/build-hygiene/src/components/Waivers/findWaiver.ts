/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedCheck } from '@build-hygiene/engine';
import { Waiver } from '@build-hygiene/plugin-build-hygiene-common';

function isOpen({ state }: Waiver): boolean {
  return state === 'pending' || state === 'active';
}

/**
 * The waiver that waits or holds for a check; what is said of its unit comes
 * before what is said of all, what holds before what waits.
 */
export function findWaiver(
  waivers: readonly Waiver[],
  { rule, unit }: Pick<ReportedCheck, 'rule' | 'unit'>,
): Waiver | undefined {
  const rank = (waiver: Waiver) =>
    Number(waiver.state === 'pending') * 2 + Number(waiver.unit === undefined);
  return waivers
    .filter(
      waiver =>
        isOpen(waiver) &&
        waiver.rule === rule &&
        (waiver.unit === undefined || waiver.unit === unit),
    )
    .sort((left, right) => rank(left) - rank(right))[0];
}
