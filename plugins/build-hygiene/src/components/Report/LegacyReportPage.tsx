/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslation } from '../../translation';
import { BuildsReport } from '../BuildsReport';
import { Fleet } from '../Fleet';
import { ModuleSources } from '../ModuleSources';
import { Surface } from '../Surface';
import { WaiversReport } from '../Waivers';
import { Overview } from './Overview';
import { RulesTable } from './RulesTable';
import { ServicesTable } from './ServicesTable';

/** The report in the old frontend system, where a page brings its own shell. */
export function LegacyReportPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('card.title')} subtitle={t('report.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="overview" title={t('report.tab.overview')}>
          <Surface>
            <Overview />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="services" title={t('report.tab.services')}>
          <Surface>
            <ServicesTable />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="rules" title={t('report.tab.rules')}>
          <Surface>
            <RulesTable />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="fleet" title={t('fleet.tab')}>
          <Surface>
            <Fleet />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="builds" title={t('report.tab.builds')}>
          <Surface>
            <BuildsReport />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="waivers" title={t('waivers.title')}>
          <Surface>
            <WaiversReport />
          </Surface>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="sources" title={t('report.tab.sources')}>
          <Surface>
            <ModuleSources />
          </Surface>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
