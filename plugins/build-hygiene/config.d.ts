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
  };
}
