/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { FixPreview } from '@build-hygiene/engine';

/**
 * What the fixes of chosen rules come to at the commit of the last scan.
 *
 * @public
 */
export interface FixPlanResponse extends FixPreview {
  /** The commit of the last scan, where the source tells. */
  commit?: string;
  /** SHA-256 of the diff in hexadecimal, by which it is known again; absent with the diff. */
  diffDigest?: string;
}
