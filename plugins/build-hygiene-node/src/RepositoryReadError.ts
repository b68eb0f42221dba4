/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScanErrorCode } from '@build-hygiene/plugin-build-hygiene-common';

/**
 * Why a repository could not be read. The message is shown to people.
 *
 * @public
 */
export class RepositoryReadError extends Error {
  /** What the page explains, and what the next try waits for. */
  readonly code: ScanErrorCode;
  /** The host asks not to be called before this time. */
  readonly retryAfter?: Date;

  constructor(
    code: ScanErrorCode,
    message: string,
    options: { cause?: unknown; retryAfter?: Date } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'RepositoryReadError';
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
