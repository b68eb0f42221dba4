/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What the plugin reads from the annotations of entities.
 *
 * @public
 */
export const buildHygieneAnnotations = {
  /** Repository paths of the Dockerfiles, separated by commas. */
  dockerfile: 'build-hygiene/dockerfile',
  /** Repository path of the build context's folder. */
  context: 'build-hygiene/context',
  /** The stage to build. */
  target: 'build-hygiene/target',
  /** `true` leaves the entity out. */
  disabled: 'build-hygiene/disabled',
} as const;
