/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The newest patch release of each Go line, as of {@link goReleasesDate}.
 *
 * Sources: https://go.dev/doc/devel/release and
 * https://endoflife.date/go. A line is supported until there are two newer
 * ones.
 */
export const goReleases: readonly { line: string; newest: string }[] = [
  { line: '1.13', newest: '1.13.15' },
  { line: '1.14', newest: '1.14.15' },
  { line: '1.15', newest: '1.15.15' },
  { line: '1.16', newest: '1.16.15' },
  { line: '1.17', newest: '1.17.13' },
  { line: '1.18', newest: '1.18.10' },
  { line: '1.19', newest: '1.19.13' },
  { line: '1.20', newest: '1.20.14' },
  { line: '1.21', newest: '1.21.13' },
  { line: '1.22', newest: '1.22.12' },
  { line: '1.23', newest: '1.23.12' },
  { line: '1.24', newest: '1.24.13' },
  { line: '1.25', newest: '1.25.12' },
  { line: '1.26', newest: '1.26.11' },
  { line: '1.27', newest: '1.27.4' },
];

/** The day on which the releases were looked up. */
export const goReleasesDate = '2026-11-21';

/** The oldest line that still gets fixes on {@link goReleasesDate}. */
export const oldestSupportedGoLine = '1.26';
