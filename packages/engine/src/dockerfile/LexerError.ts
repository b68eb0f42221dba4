/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A text that BuildKit's shell lexer rejects; the message is the builder's. */
export class LexerError extends Error {}
