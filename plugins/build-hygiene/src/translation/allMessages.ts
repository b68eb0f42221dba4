/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  buildMessages,
  buildsReportMessages,
  campaignMessages,
  checkMessages,
  comparisonMessages,
  failureClassMessages,
  fixMessages,
  fleetMessages,
  generalMessages,
  matrixMessages,
  moduleSourceMessages,
  ownerMessages,
  reportMessages,
  ruleMessages,
  scanHealthMessages,
  serviceMessages,
  stepMessages,
  trendMessages,
  waiverMessages,
  waysInMessages,
} from './messages';

/**
 * Every text of the plugin in English. Numbers that carry a unit or a percent
 * sign are formatted before they are put in.
 */
export const allMessages = {
  ...generalMessages,
  ...serviceMessages,
  ...matrixMessages,
  ...checkMessages,
  ...fixMessages,
  ...buildMessages,
  ...failureClassMessages,
  ...buildsReportMessages,
  ...comparisonMessages,
  ...stepMessages,
  ...trendMessages,
  ...reportMessages,
  ...fleetMessages,
  ...ruleMessages,
  ...moduleSourceMessages,
  ...campaignMessages,
  ...ownerMessages,
  ...scanHealthMessages,
  ...waiverMessages,
  ...waysInMessages,
} as const;
