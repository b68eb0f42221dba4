/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { addressBook } from './addressBook.mjs';
import { billing } from './billing.mjs';
import { claims } from './claims.mjs';
import { customsForms } from './customsForms.mjs';
import { driverRoutes } from './driverRoutes.mjs';
import { labelPrinter } from './labelPrinter.mjs';
import { notifications } from './notifications.mjs';
import { orders } from './orders.mjs';
import { parcelTracking } from './parcelTracking.mjs';
import { shippingRates } from './shippingRates.mjs';

/** What is recorded of each service, in the order of recording. */
export const plans = [
  notifications,
  claims,
  addressBook,
  shippingRates,
  orders,
  labelPrinter,
  customsForms,
  driverRoutes,
  billing,
  parcelTracking,
];
