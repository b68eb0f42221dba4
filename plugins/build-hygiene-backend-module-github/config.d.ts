/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  buildHygiene?: {
    github?: {
      /**
       * Pulling of build records and logs from GitHub Actions.
       */
      builds?: {
        /**
         * Whether builds are pulled. Default: false, and no request to GitHub.
         */
        enabled?: boolean;
        /**
         * When repositories are asked for new runs. Default: every 15 minutes,
         * for at most 10 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Runs of a repository that one pull looks into; the next goes on with
         * the rest. Default: 50.
         */
        maxRunsPerRepository?: number;
        /**
         * How far back the first pull of a repository goes. Default: 7 days.
         */
        maxAge?: HumanDuration | string;
        /**
         * Bytes of the largest record or log that is read, before and after it
         * is unpacked. Default: 20 MiB.
         */
        maxLogBytes?: number;
        /**
         * Share of GitHub's rate limit that is left to others, 0 to less than 1.
         * Default: 0.2.
         */
        minimumRemaining?: number;
      };
    };
  };
}
