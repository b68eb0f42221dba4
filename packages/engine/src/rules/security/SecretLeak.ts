/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A place where a credential gets into the image. */
export interface SecretLeak {
  line: number;
  endLine: number;
  message: string;
  /** What the excerpt must not show. */
  hidden: string[];
}
