/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildRecord,
  BuildStep,
  findColdRuns,
  measureBuild,
} from '@build-hygiene/engine';
import { Knex } from 'knex';
import { readEarlierBuilds } from './earlierBuilds';
import { BuildRow } from './rows';

/** What of a build is summed up in lists, and all of it. */
export async function measureRow(
  knex: Knex,
  row: BuildRow,
  options: {
    record: BuildRecord;
    /** Steps of earlier successful builds, newest build first. */
    successful: readonly (readonly BuildStep[])[];
  },
): Promise<Partial<BuildRow>> {
  const { record, successful } = options;
  const measures = measureBuild(record, {
    earlier: await readEarlierBuilds(knex, row),
    coldRuns: findColdRuns(record.steps, successful),
  });
  const { seconds, moduleDownloads, wasted } = measures;
  return {
    cache_overhead_seconds:
      seconds.cacheImport + seconds.transfer + seconds.cacheExport,
    base_seconds: seconds.base,
    context_seconds: seconds.context,
    image_export_seconds: seconds.imageExport,
    module_download_seconds:
      moduleDownloads.explicit + moduleDownloads.implicit,
    wasted_seconds: wasted ? wasted.modules + wasted.sameCommit : null,
    measures: JSON.stringify(measures),
  };
}
