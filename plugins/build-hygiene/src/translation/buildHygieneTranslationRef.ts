/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { allMessages } from './allMessages';

/**
 * Every text of the plugin, in English. Override or translate it with a
 * translation resource of the app.
 *
 * @public
 */
export const buildHygieneTranslationRef = createTranslationRef({
  id: 'plugin.build-hygiene',
  messages: allMessages,
});
