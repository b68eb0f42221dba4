/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * One page of a list, with the way to its neighbours.
 *
 * @public
 */
export interface Page<T> {
  /** What is on this page. */
  items: T[];
  /** How many there are on all pages. */
  total: number;
  /** Undefined on the last page. */
  nextCursor?: string;
  /** Undefined on the first page. */
  previousCursor?: string;
}
