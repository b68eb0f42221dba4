/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The plugin's texts: the reference to override them with, and the languages
 * that it brings.
 *
 * @packageDocumentation
 */
export {
  buildHygieneTranslationRef,
  buildHygieneTranslations,
} from './translation';
