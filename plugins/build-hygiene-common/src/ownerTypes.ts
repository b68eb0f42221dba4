/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Category } from '@build-hygiene/engine';

/**
 * How the owners of services do, by category.
 *
 * @public
 */
export interface OwnerMatrix {
  /** A page of them. */
  items: OwnerScores[];
  /** How many owners there are on all pages. */
  total: number;
}

/**
 * The services of one owner.
 *
 * @public
 */
export interface OwnerScores {
  /** Entity ref; undefined for the services that nobody owns. */
  owner?: string;
  /** All services of the owner. */
  services: number;
  /** The mean score of those that have one. */
  score?: number;
  /** Categories in which any of the services has a score. */
  categories: OwnerCategoryScore[];
}

/**
 * The services of one owner in one category.
 *
 * @public
 */
export interface OwnerCategoryScore {
  /** The category. */
  category: Category;
  /** The mean of the services' scores in it. */
  score: number;
  /** Services with a score in it. */
  services: number;
  /** Those of them that fail a check of it. */
  failing: number;
}

/**
 * Order and page of the matrix of owners.
 *
 * @public
 */
export interface OwnerMatrixQuery {
  /**
   * `score`: the lowest first; `services`: those with most first; `name`.
   * Default: `score`.
   */
  sort?: 'score' | 'services' | 'name';
  /** 1..50, default 10. */
  limit?: number;
  /** How many owners come before. Default: 0. */
  offset?: number;
}
