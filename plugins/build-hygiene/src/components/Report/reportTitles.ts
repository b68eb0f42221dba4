/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import type { ReportPageName } from './ReportNav';

/** What the tabs are called unless the app's configuration renames them. */
export const REPORT_TITLES: Record<ReportPageName, string> = {
  overview: 'Overview',
  services: 'Services',
  rules: 'Rules',
  fleet: 'Fleet',
  builds: 'Builds',
  campaigns: 'Campaigns',
  waivers: 'Waivers',
  sources: 'Module sources',
  scans: 'Scan health',
};
