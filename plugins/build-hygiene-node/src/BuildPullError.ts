/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Why a repository cannot be asked for builds, or not now.
 *
 * @public
 */
export class BuildPullError extends Error {
  /** The host asks not to be called before this time: no fault, but a wait. */
  readonly retryAfter?: Date;

  constructor(
    message: string,
    options: { cause?: unknown; retryAfter?: Date } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'BuildPullError';
    this.retryAfter = options.retryAfter;
  }
}
