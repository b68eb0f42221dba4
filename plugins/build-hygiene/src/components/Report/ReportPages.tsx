/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import { BuildsReport } from '../BuildsReport';
import { Fleet } from '../Fleet';
import { ModuleSources } from '../ModuleSources';
import { Surface } from '../Surface';
import { WaiversReport } from '../Waivers';
import { Overview } from './Overview';
import { RulesTable } from './RulesTable';
import { ServicesTable } from './ServicesTable';
import styles from './ReportPages.module.css';

/** The framework's page has a header, but no main landmark. */
function ReportPage({ children }: { children: ReactNode }) {
  return (
    <Surface>
      <main className={styles.report}>
        <Container>{children}</Container>
      </main>
    </Surface>
  );
}

/** Sub-page of the new frontend system: the framework brings the header. */
export function OverviewPage() {
  return (
    <ReportPage>
      <Overview />
    </ReportPage>
  );
}

export function RulesPage() {
  return (
    <ReportPage>
      <RulesTable />
    </ReportPage>
  );
}

export function ServicesPage() {
  return (
    <ReportPage>
      <ServicesTable />
    </ReportPage>
  );
}

export function FleetPage() {
  return (
    <ReportPage>
      <Fleet />
    </ReportPage>
  );
}

export function BuildsPage() {
  return (
    <ReportPage>
      <BuildsReport />
    </ReportPage>
  );
}

export function ModuleSourcesPage() {
  return (
    <ReportPage>
      <ModuleSources />
    </ReportPage>
  );
}

export function WaiversPage() {
  return (
    <ReportPage>
      <WaiversReport />
    </ReportPage>
  );
}
