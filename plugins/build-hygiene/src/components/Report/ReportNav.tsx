/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine, RiCheckLine } from '@remixicon/react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { Translate, useTranslation } from '../../translation';
import { useMayOpenPage } from './useMayOpenPage';
import styles from './ReportNav.module.css';

/** The pages of the report, by their path and in their order. */
export const REPORT_PAGES = [
  'overview',
  'services',
  'rules',
  'fleet',
  'builds',
  'campaigns',
  'waivers',
  'sources',
  'scans',
] as const;

export type ReportPageName = (typeof REPORT_PAGES)[number];

export function reportPageTitle(page: ReportPageName, t: Translate): string {
  switch (page) {
    case 'fleet':
      return t('fleet.tab');
    case 'campaigns':
      return t('campaigns.tab');
    case 'waivers':
      return t('waivers.title');
    case 'scans':
      return t('scanHealth.tab');
    default:
      return t(`report.tab.${page}`);
  }
}

/**
 * The pages as a menu, in place of the tabs of the header where these have no
 * room: the style sheet shows one or the other.
 */
export function ReportNav({ page }: { page: ReportPageName }) {
  const { t } = useTranslation();
  const root = useRouteRef(rootRouteRef);
  const mayOpen = useMayOpenPage();
  return (
    <nav className={styles.nav} aria-label={t('report.pages')}>
      <MenuTrigger>
        <Button
          variant="secondary"
          className={styles.button}
          iconEnd={<RiArrowDownSLine />}
        >
          {reportPageTitle(page, t)}
        </Button>
        <Menu>
          {REPORT_PAGES.filter(mayOpen).map(name => (
            <MenuItem
              key={name}
              id={name}
              href={`${root()}/${name}`}
              textValue={reportPageTitle(name, t)}
              iconStart={
                name === page ? (
                  <RiCheckLine aria-hidden />
                ) : (
                  <span className={styles.noIcon} />
                )
              }
            >
              {reportPageTitle(name, t)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </nav>
  );
}
