/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { setImmediate } from 'node:timers/promises';
import {
  FixPreview,
  FixPreviewOptions,
  previewFixes,
  scan,
  ScanOptions,
  ScanResult,
  Snapshot,
} from '@build-hygiene/engine';

/** What of the engine keeps a processor busy. */
export interface Engine {
  scan(snapshot: Snapshot, options: ScanOptions): Promise<ScanResult>;
  previewFixes(
    snapshot: Snapshot,
    options: FixPreviewOptions,
  ): Promise<FixPreview>;
}

/** Keeps everything else in the process waiting, without a time limit. */
export const engineInThisThread: Engine = {
  async scan(snapshot, options) {
    // What waits gets its turn between two scans.
    await setImmediate();
    return scan(snapshot, options);
  },
  async previewFixes(snapshot, options) {
    await setImmediate();
    return previewFixes(snapshot, options);
  },
};
