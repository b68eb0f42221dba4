/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/createCheckAction';
import { createFixAction } from './actions/createFixAction';
import { createVerifyAction } from './actions/createVerifyAction';

/**
 * Adds the actions `build-hygiene:check`, `build-hygiene:fix` and
 * `build-hygiene:verify` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleBuildHygiene = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'build-hygiene',
  register(reg) {
    reg.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(
          createCheckAction(),
          createFixAction(),
          createVerifyAction(),
        );
      },
    });
  },
});
