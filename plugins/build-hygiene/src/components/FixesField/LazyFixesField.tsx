/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import { FixesFieldProps } from './fixesFieldSchema';

const FixesField = lazy(() =>
  import('./FixesField').then(module => ({ default: module.FixesField })),
);

/** The field, loaded when a form shows it. */
export function LazyFixesField(props: FixesFieldProps) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={40} />}>
      <FixesField {...props} />
    </Suspense>
  );
}
