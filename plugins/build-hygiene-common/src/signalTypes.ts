/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The channel of the signals that something changed.
 *
 * @public
 */
export const changeSignalChannel = 'build-hygiene';

/**
 * Of these services there is a new scan or a new build.
 *
 * A signal reaches everybody who is signed in: it says nothing else.
 *
 * @public
 */
export type ChangeSignal = {
  /** `metadata.uid` of their entities. */
  uids: string[];
};
