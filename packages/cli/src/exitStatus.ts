/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Exit statuses of the command, fixed.
 *
 * - `fine`: the work was done, and no gate failed.
 * - `gateFailed`: `--fail-on` says so.
 * - `badInput`: the input or the command line could not be read.
 */
export const exitStatus = { fine: 0, gateFailed: 1, badInput: 2 } as const;
