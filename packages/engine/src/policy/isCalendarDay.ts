/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Whether a text is a day of the calendar, written as 2027-01-31. Such days sort
 * as texts do.
 */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
  );
}

/**
 * Whether a day is over. Without a clock it is: nothing is let pass because
 * nobody said what day it is.
 */
export function isOver(day: string, today: string | undefined): boolean {
  return today === undefined || day < today;
}
