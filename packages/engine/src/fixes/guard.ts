/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What the work comes to, or what it throws, in words. A rule that throws is a
 * defect of ours: no reason to lose the others, and none to keep quiet.
 */
export function guard<T extends object | undefined>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}
