/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HumanDuration } from '@backstage/types';

export interface Config {
  buildHygiene?: {
    /**
     * Which catalog entities are services, as a filter predicate. Entities with
     * the annotation `build-hygiene/disabled: 'true'` are left out.
     * Default: `kind: Component`.
     */
    entityFilter?: object;

    selection?: {
      /**
       * How often the catalog is asked for services. Default: a minute.
       */
      interval?: HumanDuration | string;
    };

    scan?: {
      /**
       * Time from one scan of a service to the next. A repository that did not
       * change is not read again. Default: 6 hours.
       */
      interval?: HumanDuration | string;
      /**
       * How often each backend instance looks for work. Default: 10 seconds.
       */
      pollInterval?: HumanDuration | string;
      /**
       * Time limit for reading one repository. Default: a minute.
       */
      timeout?: HumanDuration | string;
      /**
       * Scans at the same time in each backend instance. Default: 4.
       */
      concurrency?: number;
    };

    /**
     * Reading of local folders, for development and demos.
     */
    local?: {
      /**
       * Folders below which the folders of `file:` entities are read. Relative
       * paths start at the backend's working directory. Default: none.
       */
      roots?: string[];
    };

    builds?: {
      /**
       * Bytes of the largest build log that is taken in, before and after it is
       * unpacked. Default: 50 MiB.
       */
      maximumLogBytes?: number;
    };
  };
}
