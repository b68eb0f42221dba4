/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fleetAspects } from '@build-hygiene/engine';
import { z } from 'zod';
import { calendarDay } from './waiverSchemas';

const names = z.array(z.string().min(1).max(500)).max(100);

/** Body of the requests that start a campaign and that change one. */
export const campaignRequestSchema = z
  .object({
    name: z.string().trim().min(3).max(100),
    description: z.string().trim().max(1000).optional(),
    target: z.discriminatedUnion('kind', [
      z
        .object({
          kind: z.literal('rules'),
          rules: z.array(z.string().min(1).max(200)).min(1).max(20),
        })
        .strict(),
      z
        .object({ kind: z.literal('drift'), aspect: z.enum(fleetAspects) })
        .strict(),
    ]),
    scope: z
      .object({
        owner: names.optional(),
        system: names.optional(),
        lifecycle: names.optional(),
      })
      .strict(),
    dueOn: calendarDay,
  })
  .strict();

/** Query parameters of `GET /campaigns`. */
export const campaignsQuerySchema = z
  .object({
    state: z.enum(['open', 'closed']).default('open'),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(4000).optional(),
  })
  .strict();
