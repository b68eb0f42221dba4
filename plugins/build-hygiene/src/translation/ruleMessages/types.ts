/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../reportSentences/types';

/**
 * Sentences and phrases of another language by rule id and by the English ones,
 * with places such as `{path}`. What a rule says of a repository consists of
 * them: of one sentence or several, and of phrases in their places.
 */
export type RuleMessages = Record<string, Sentences>;
