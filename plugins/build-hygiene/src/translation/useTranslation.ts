/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { buildHygieneTranslationRef } from './buildHygieneTranslationRef';

export function useTranslation() {
  return useTranslationRef(buildHygieneTranslationRef);
}

/** The translation function, for code that is handed one. */
export type Translate = ReturnType<typeof useTranslation>['t'];
