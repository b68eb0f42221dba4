/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HumanDuration } from '@backstage/types';

export interface Config {
  search?: {
    collators?: {
      /**
       * What the search index holds of services' build hygiene.
       */
      buildHygiene?: {
        /**
         * How often it is read. Default: every 10 minutes, 30 seconds after the
         * start for the first time.
         */
        schedule?: {
          frequency: { cron: string } | string | HumanDuration;
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
          scope?: 'global' | 'local';
        };
        /**
         * Path of the page that a result leads to. Default:
         * `/catalog/:namespace/:kind/:name/build-hygiene`.
         */
        locationTemplate?: string;
      };
    };
  };
}
