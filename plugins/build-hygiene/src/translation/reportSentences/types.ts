/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Sentences of another language by the English ones, as `reportSentences` of the
 * engine has them: with places such as `{path}`.
 */
export type Sentences = Record<string, string>;
