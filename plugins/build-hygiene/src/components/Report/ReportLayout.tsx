/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Navigate, Route, Routes } from 'react-router-dom';
import {
  BreadcrumbEntry,
  IconElement,
  pluginHeaderActionsApiRef,
  routeResolutionApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';
import { Translate, useTranslation } from '../../translation';
import { REPORT_PAGES, ReportPageName, reportPageTitle } from './ReportNav';
import { REPORT_TITLES } from './reportTitles';
import { useMayOpenPage } from './useMayOpenPage';
import { usePageLayout } from './usePageLayout';

/** A sub-page that is attached to the report. */
export interface ReportSubPage {
  /** Of its extension. */
  id: string;
  path: string;
  /** As the extension, or the app's configuration, names it. */
  title?: string;
  icon?: IconElement;
  element: JSX.Element;
}

/** Undefined for what others attach. */
function pageOf(id: string): ReportPageName | undefined {
  return REPORT_PAGES.find(name => id === `sub-page:build-hygiene/${name}`);
}

/** The plugin's own names are translated, those of others are left alone. */
function titleOf({ id, path, title }: ReportSubPage, t: Translate): string {
  const own = pageOf(id);
  return own && title === REPORT_TITLES[own]
    ? reportPageTitle(own, t)
    : title || path;
}

/**
 * The header and the sub-pages of the report as the framework lays them out,
 * with the tabs in the user's language: the framework takes titles as they
 * are when the app starts.
 */
export function ReportLayout(props: {
  /** Where the app's configuration names the page. */
  title?: string;
  icon: IconElement;
  pages: readonly ReportSubPage[];
}) {
  const { icon, pages } = props;
  const { t } = useTranslation();
  // Not by a hook: that draws the page anew with each change of the address.
  const root = useApi(routeResolutionApiRef).resolve(rootRouteRef);
  const actions = useApi(pluginHeaderActionsApiRef);
  const mayOpen = useMayOpenPage();
  const PageLayout = usePageLayout();
  const tabs = pages.map(page => ({
    id: page.path,
    label: titleOf(page, t),
    icon: page.icon,
    href: page.path,
  }));
  return (
    <PageLayout
      title={props.title ?? t('card.title')}
      icon={icon}
      tabs={tabs.filter((_, index) => mayOpen(pageOf(pages[index].id)))}
      titleLink={root?.()}
      headerActions={actions.getPluginHeaderActions('build-hygiene')}
    >
      <Routes>
        {pages.length > 0 && (
          <Route index element={<Navigate to={pages[0].path} replace />} />
        )}
        {pages.map((page, index) => (
          <Route
            key={page.id}
            path={`${page.path}/*`}
            element={
              <BreadcrumbEntry
                entry={{ label: tabs[index].label, href: page.path }}
              >
                {page.element}
              </BreadcrumbEntry>
            }
          />
        ))}
      </Routes>
    </PageLayout>
  );
}
