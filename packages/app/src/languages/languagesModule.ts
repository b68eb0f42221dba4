/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { buildHygieneTranslations } from '@build-hygiene/plugin-build-hygiene/translations';

/**
 * The languages besides English. Which of them the settings page offers is
 * configuration of `api:app/app-language`.
 */
export const languagesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'build-hygiene',
      params: { resource: buildHygieneTranslations },
    }),
  ],
});
