/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button, SearchField, Select, VisuallyHidden } from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import { ScanReport } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useSearchState } from '../../routes';
import {
  useRuleMessages,
  useRuleTitles,
  useTranslation,
} from '../../translation';
import { Section } from '../Section';
import { StateMessage } from '../StateMessage';
import { useServiceWaivers } from '../Waivers';
import {
  CHECK_STATES,
  checkKey,
  matchChecks,
  readCheckFilters,
  SEVERITIES,
  sortChecks,
} from './checkFilters';
import { CheckRow } from './CheckRow';
import styles from './ChecksSection.module.css';

export function ChecksSection(props: {
  entityRef: string;
  report: ScanReport;
  scan: ScanState;
  /** A waiver was asked for, or changed: a scan follows. */
  onWaived: () => void;
}) {
  const { entityRef, report, scan, onWaived } = props;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const say = useRuleMessages();
  const { search, change } = useSearchState();
  const waivers = useServiceWaivers(entityRef, onWaived);

  const { checks } = report;
  const filters = readCheckFilters(search, checks);
  const matching = matchChecks(checks, filters, { titleOf, say });
  const shown = sortChecks(
    filters.state === 'all'
      ? matching
      : matching.filter(({ state }) => state === filters.state),
  );
  const categories = [...new Set(checks.map(({ category }) => category))];
  const open = search.get('check');
  const filtered =
    filters.text !== '' ||
    filters.severities.length > 0 ||
    filters.categories.length > 0;
  const chips = [
    ...CHECK_STATES.filter(
      state => state === 'fail' || checks.some(check => check.state === state),
    ),
    'all' as const,
  ];

  return (
    <Section
      id="checks"
      title={t('checks.title')}
      explanation={t('checks.explanation', {
        count: checks.length,
        version: report.rulesetVersion,
      })}
    >
      <div className={styles.filters}>
        <div
          className={styles.chips}
          role="group"
          aria-label={t('checks.stateFilter')}
        >
          {chips.map(state => (
            <button
              key={state}
              type="button"
              className={styles.chip}
              aria-pressed={filters.state === state}
              onClick={() => change({ state })}
            >
              {t(`checks.state.${state}`)}{' '}
              <span className={styles.count}>
                {state === 'all'
                  ? matching.length
                  : matching.filter(check => check.state === state).length}
              </span>
            </button>
          ))}
        </div>
        <div className={styles.fields}>
          <Select
            aria-label={t('checks.severityFilter')}
            placeholder={t('checks.severityFilter')}
            size="small"
            selectionMode="multiple"
            options={SEVERITIES.map(severity => ({
              id: severity,
              label: t(`severity.${severity}`),
            }))}
            value={filters.severities}
            onChange={keys => change({ severity: keys.map(String) })}
          />
          <Select
            aria-label={t('checks.categoryFilter')}
            placeholder={t('checks.categoryFilter')}
            size="small"
            selectionMode="multiple"
            options={categories.map(category => ({
              id: category,
              label: t(`category.${category}`),
            }))}
            value={filters.categories}
            onChange={keys => change({ category: keys.map(String) })}
          />
          <SearchField
            aria-label={t('checks.search')}
            placeholder={t('checks.search')}
            size="small"
            value={filters.text}
            onChange={q => change({ q })}
          />
        </div>
      </div>
      <VisuallyHidden role="status">
        {t('checks.shown', { count: shown.length })}
      </VisuallyHidden>
      {shown.length === 0 ? (
        <StateMessage
          icon={<RiFilterOffLine />}
          title={t('checks.empty.title')}
          description={t('checks.empty.description')}
          action={
            <Button
              size="small"
              variant="secondary"
              onPress={() =>
                change({
                  state: 'all',
                  severity: undefined,
                  category: undefined,
                  q: undefined,
                })
              }
            >
              {filtered ? t('action.clearFilters') : t('checks.showAll')}
            </Button>
          }
        />
      ) : (
        <ul className={styles.list}>
          {shown.map(check => {
            const key = checkKey(check);
            return (
              <CheckRow
                key={key}
                check={check}
                checks={checks}
                waivers={waivers}
                scan={scan}
                open={open === key}
                onToggle={() =>
                  change({ check: open === key ? undefined : key })
                }
              />
            );
          })}
        </ul>
      )}
    </Section>
  );
}
