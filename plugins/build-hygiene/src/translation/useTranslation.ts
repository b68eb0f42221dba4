/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { buildHygieneTranslationRef } from './buildHygieneTranslationRef';

/** The translation function, for code that is handed one. */
export type Translate = TranslationFunction<
  (typeof buildHygieneTranslationRef)['T']
>;

// Named: the compiler does not write out a type of this size.
export function useTranslation(): { t: Translate } {
  return useTranslationRef(buildHygieneTranslationRef);
}
