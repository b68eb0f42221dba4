/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslation } from '../../translation';
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
import { useMayOpenPage } from './useMayOpenPage';
import styles from './ReportPages.module.css';

function LegacyPage(props: { page: ReportPageName; children: ReactNode }) {
  return (
    <Surface>
      <div className={styles.report}>
        <ReportNav page={props.page} />
        {props.children}
      </div>
    </Surface>
  );
}

/** The report in the old frontend system, where a page brings its own shell. */
export function LegacyReportPage() {
  const { t } = useTranslation();
  const mayOpen = useMayOpenPage();
  return (
    <Page themeId="tool">
      <Header title={t('card.title')} subtitle={t('report.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="overview" title={t('report.tab.overview')}>
          <LegacyPage page="overview">
            <Overview />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="services" title={t('report.tab.services')}>
          <LegacyPage page="services">
            <ServicesTable />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="rules" title={t('report.tab.rules')}>
          <LegacyPage page="rules">
            <RulesTable />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="fleet" title={t('fleet.tab')}>
          <LegacyPage page="fleet">
            <Fleet />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="builds" title={t('report.tab.builds')}>
          <LegacyPage page="builds">
            <BuildsReport />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="campaigns" title={t('campaigns.tab')}>
          <LegacyPage page="campaigns">
            <CampaignsReport />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="waivers" title={t('waivers.title')}>
          <LegacyPage page="waivers">
            <WaiversReport />
          </LegacyPage>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="sources" title={t('report.tab.sources')}>
          <LegacyPage page="sources">
            <ModuleSources />
          </LegacyPage>
        </TabbedLayout.Route>
        {mayOpen('scans') && (
          <TabbedLayout.Route path="scans" title={t('scanHealth.tab')}>
            <LegacyPage page="scans">
              <ScanHealthReport />
            </LegacyPage>
          </TabbedLayout.Route>
        )}
      </TabbedLayout>
    </Page>
  );
}
