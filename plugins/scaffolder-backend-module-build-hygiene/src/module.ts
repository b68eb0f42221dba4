/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/createCheckAction';
import { createFixAction } from './actions/createFixAction';
import { createLocateAction } from './actions/createLocateAction';
import { createVerifyAction } from './actions/createVerifyAction';

/**
 * Adds the actions `build-hygiene:locate`, `build-hygiene:check`,
 * `build-hygiene:fix` and `build-hygiene:verify` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleBuildHygiene = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'build-hygiene',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
      },
      async init({ actions, catalog }) {
        actions.addActions(
          createCheckAction(),
          createFixAction(),
          createLocateAction({ catalog }),
          createVerifyAction(),
        );
      },
    });
  },
});
