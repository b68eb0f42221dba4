/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A reason why a Dockerfile cannot be built. */
export interface BuildObstacle {
  line: number;
  endLine: number;
  message: string;
}
