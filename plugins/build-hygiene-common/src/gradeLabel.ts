/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The label of catalog entities that says their grade, where the module for the
 * catalog is installed.
 *
 * @public
 */
export const gradeLabel = 'build-hygiene/grade';
