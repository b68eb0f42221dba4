/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { z } from 'zod';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A day of the calendar (YYYY-MM-DD). */
export const calendarDay = z.string().refine(isCalendarDay, {
  message: 'Expected a day of the calendar such as 2027-01-31',
});

/** Body of the request for a waiver. */
export const waiverRequestSchema = z
  .object({
    rule: z.string().min(1).max(200),
    unit: z.string().min(1).max(1000).optional(),
    reason: z.string().trim().min(10).max(1000),
    until: calendarDay,
  })
  .strict();

/** Query parameters of `GET /waivers`. */
export const waiversQuerySchema = z
  .object({
    state: z.enum(['pending', 'active', 'ended']).optional(),
    endsFrom: calendarDay.optional(),
    endsBefore: calendarDay.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor: z.string().max(4000).optional(),
  })
  .strict();

/** Throws for a last day that is over, or too far ahead. */
export function checkLastDay(
  until: string,
  { mostDays, now = new Date() }: { mostDays: number; now?: Date },
): void {
  const dayAfter = (days: number) =>
    new Date(now.getTime() + days * dayMilliseconds).toISOString().slice(0, 10);
  if (until < dayAfter(0) || until > dayAfter(mostDays)) {
    throw new InputError(
      `The last day has to be from ${dayAfter(0)} to ${dayAfter(mostDays)}`,
    );
  }
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
  );
}
