/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Container } from '@backstage/ui';
import { Overview } from './Overview';
import { ServicesTable } from './ServicesTable';

/** Sub-page of the new frontend system: the framework brings the header. */
export function OverviewPage() {
  return (
    <Container>
      <Overview />
    </Container>
  );
}

export function ServicesPage() {
  return (
    <Container>
      <ServicesTable />
    </Container>
  );
}
