/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { buildHygieneTranslationRef } from './buildHygieneTranslationRef';

/**
 * The languages that the plugin brings besides English: Chinese (`zh`).
 *
 * @public
 */
export const buildHygieneTranslations = createTranslationResource({
  ref: buildHygieneTranslationRef,
  translations: {
    zh: () => import('./zh'),
  },
});
