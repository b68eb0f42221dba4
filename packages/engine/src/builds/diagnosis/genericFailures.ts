/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

/** What is left to say of a command whose output shows no known cause. */
export const commandFailed: FailureClass = {
  id: 'command.nonzero',
  kind: 'command',
  title: 'A command failed',
  message:
    'The command of the step failed: its exit code is {code|not in the log}.',
  transient: false,
  fix: 'Read the step’s own output: the last lines usually say why.',
  rules: [],
  signatures: [],
};

/** What is left to say where nothing shows a known cause. */
export const unknownFailure: FailureClass = {
  id: 'unknown',
  kind: 'unknown',
  title: 'The reason is not known',
  message: 'The build failed for a reason that is not known here.',
  transient: false,
  fix: 'Read the whole message of the builder.',
  rules: [],
  signatures: [],
};
