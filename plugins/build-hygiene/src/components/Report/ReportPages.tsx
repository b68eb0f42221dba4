/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import { BuildsReport } from '../BuildsReport';
import { CampaignsReport } from '../Campaigns';
import { Fleet } from '../Fleet';
import { ModuleSources } from '../ModuleSources';
import { ScanHealthReport } from '../ScanHealth';
import { Surface } from '../Surface';
import { WaiversReport } from '../Waivers';
import { Overview } from './Overview';
import { ReportNav, ReportPageName } from './ReportNav';
import { RulesTable } from './RulesTable';
import { ServicesTable } from './ServicesTable';
import styles from './ReportPages.module.css';

/** The framework's page has a header, but no main landmark. */
function ReportPage(props: { page: ReportPageName; children: ReactNode }) {
  return (
    <Surface>
      <main className={styles.report}>
        <Container>
          <ReportNav page={props.page} />
          {props.children}
        </Container>
      </main>
    </Surface>
  );
}

/** Sub-page of the new frontend system: the framework brings the header. */
export function OverviewPage() {
  return (
    <ReportPage page="overview">
      <Overview />
    </ReportPage>
  );
}

export function RulesPage() {
  return (
    <ReportPage page="rules">
      <RulesTable />
    </ReportPage>
  );
}

export function ServicesPage() {
  return (
    <ReportPage page="services">
      <ServicesTable />
    </ReportPage>
  );
}

export function FleetPage() {
  return (
    <ReportPage page="fleet">
      <Fleet />
    </ReportPage>
  );
}

export function BuildsPage() {
  return (
    <ReportPage page="builds">
      <BuildsReport />
    </ReportPage>
  );
}

export function ModuleSourcesPage() {
  return (
    <ReportPage page="sources">
      <ModuleSources />
    </ReportPage>
  );
}

export function WaiversPage() {
  return (
    <ReportPage page="waivers">
      <WaiversReport />
    </ReportPage>
  );
}

export function CampaignsPage() {
  return (
    <ReportPage page="campaigns">
      <CampaignsReport />
    </ReportPage>
  );
}

export function ScanHealthPage() {
  return (
    <ReportPage page="scans">
      <ScanHealthReport />
    </ReportPage>
  );
}
