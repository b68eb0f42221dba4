/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export interface Config {
  buildHygiene?: {
    /**
     * The template that *Open pull request* on service pages leads to, with
     * its form filled in. Default: `template:default/fix-build-hygiene`.
     * @visibility frontend
     */
    fixTemplate?: string;

    badges?: {
      /**
       * Whether badges are served to whoever can reach the backend: the menu of
       * a service has the lines for a README then. Default: false.
       * @visibility frontend
       */
      public?: boolean;
    };
  };
}
