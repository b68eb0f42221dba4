/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';

/**
 * What the search index holds of a service, below the type `build-hygiene`.
 *
 * @public
 */
export interface BuildHygieneDocument {
  /** Name of the service. */
  title: string;
  /** What is open, in words. */
  text: string;
  /** Path of the service's tab. */
  location: string;
  /** The catalog entity. */
  entityRef: string;
  /** Entity ref of the owner. */
  owner?: string;
  /** 0..100; undefined without a score. */
  score?: number;
  /** The grade of the score. */
  grade?: Grade;
  /** Whether a finding of a blocking rule is open. */
  gate?: 'pass' | 'fail';
  /** The rules that it fails. */
  openRules: string[];
}
