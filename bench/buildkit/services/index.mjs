/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { shippingRates } from './shippingRates.mjs';

/** What is recorded of each service, in the order of recording. */
export const plans = [shippingRates];
