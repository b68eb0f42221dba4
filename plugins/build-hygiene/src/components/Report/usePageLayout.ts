/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import {
  PageLayout,
  swappableComponentsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';

/**
 * The app's page layout. `PageLayout` itself is another component each time it
 * is drawn: the page inside would be built anew, and ask the backend again.
 */
export function usePageLayout() {
  const components = useApi(swappableComponentsApiRef);
  return useMemo(() => components.getComponent(PageLayout.ref), [components]);
}
