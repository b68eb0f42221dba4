/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useFormat } from '../../format';

/** "3 hours ago", with date and time on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  const format = useFormat();
  return (
    <time dateTime={iso} title={format.absolute(iso)}>
      {format.relative(iso)}
    </time>
  );
}
