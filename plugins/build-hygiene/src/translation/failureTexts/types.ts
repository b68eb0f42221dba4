/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What is said of the failures of a class. */
export interface FailureText {
  /** One sentence, with places such as `{host|服务器}` for what differs. */
  message: string;
  /** What to do now. */
  fix: string;
}

/** By the id of the class. */
export type FailureTexts = Record<string, FailureText>;
