/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button, Link, Skeleton, Text } from '@backstage/ui';
import { RiInboxLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { Grade } from '@build-hygiene/engine';
import { ReportSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useReportChanges, useRequest } from '../../requests';
import { useReportHref } from '../../routes';
import { useRuleTitles, useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Stack } from '../Layout';
import { OwnerMatrixSection } from '../OwnerMatrix';
import { Section } from '../Section';
import { RequestFailure, StateMessage } from '../StateMessage';
import { Tile, TileList } from '../Tile';
import { gradeTone, GradeMark } from '../Tone';
import { ScoreHistory } from './ScoreHistory';
import styles from './Overview.module.css';

const GRADES: Grade[] = ['A', 'B', 'C', 'D', 'F'];

function gradeOf(score: number): Grade {
  if (score >= 90) {
    return 'A';
  }
  if (score >= 80) {
    return 'B';
  }
  if (score >= 65) {
    return 'C';
  }
  return score >= 50 ? 'D' : 'F';
}

function Tiles({ summary }: { summary: ReportSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const { unrated, hitRate } = summary;
  const unratedCount =
    unrated.pending + unrated.failed + unrated.notApplicable + unrated.notRated;
  const passing =
    summary.gatePassShare === undefined
      ? undefined
      : Math.round(summary.gatePassShare * summary.rated);
  return (
    <TileList>
      <Tile
        href={href({ sort: 'score', order: 'asc' })}
        name={t('report.tile.median')}
        value={summary.medianScore?.toString() ?? '–'}
        tone={
          summary.medianScore === undefined
            ? 'neutral'
            : gradeTone(gradeOf(summary.medianScore))
        }
        note={t('report.tile.medianNote', { count: summary.rated })}
      />
      <Tile
        href={href({ gate: 'fail' })}
        name={t('report.tile.gate')}
        value={
          summary.gatePassShare === undefined
            ? '–'
            : format.percent(summary.gatePassShare)
        }
        note={
          passing === undefined
            ? t('report.tile.gateNone')
            : t('report.tile.gateNote', {
                count: summary.rated - passing,
              })
        }
      />
      <Tile
        href={href({ severity: 'critical' })}
        name={t('report.tile.criticals')}
        value={format.number(summary.openCriticals)}
        tone={summary.openCriticals > 0 ? 'negative' : 'positive'}
        note={t('report.tile.criticalsNote')}
      />
      <Tile
        href={href({ sort: 'hitRate', order: 'asc' })}
        name={t('report.tile.hitRate')}
        value={
          hitRate.value === undefined ? '–' : format.percent(hitRate.value)
        }
        note={
          hitRate.value === undefined
            ? t('report.tile.hitRateNone')
            : t('report.tile.hitRateNote', {
                count: hitRate.services,
                builds: String(hitRate.builds),
                days: String(hitRate.days),
              })
        }
      />
      <Tile
        href={href({ status: ['pending', 'failed', 'not-applicable'] })}
        name={t('report.tile.unrated')}
        value={format.number(unratedCount)}
        note={
          [
            unrated.pending > 0 &&
              t('report.unrated.pending', { number: String(unrated.pending) }),
            unrated.failed > 0 &&
              t('report.unrated.failed', { number: String(unrated.failed) }),
            unrated.notApplicable > 0 &&
              t('report.unrated.notApplicable', {
                number: String(unrated.notApplicable),
              }),
            unrated.notRated > 0 &&
              t('report.unrated.notRated', {
                number: String(unrated.notRated),
              }),
          ]
            .filter(Boolean)
            .join(' · ') || t('report.unrated.none')
        }
      />
    </TileList>
  );
}

function Grades({ summary }: { summary: ReportSummary }) {
  const { t } = useTranslation();
  const href = useReportHref();
  const most = Math.max(...GRADES.map(grade => summary.grades[grade]), 1);
  return (
    <Section
      title={t('report.grades.title')}
      explanation={t('report.grades.explanation')}
    >
      <ul className={styles.bars}>
        {GRADES.map(grade => {
          const count = summary.grades[grade];
          const services = t('report.services', { count });
          return (
            <li key={grade}>
              <GradeMark grade={grade} />
              <span className={styles.range}>{t(`report.range.${grade}`)}</span>
              <span className={styles.track} aria-hidden>
                <span
                  className={styles.bar}
                  data-tone={gradeTone(grade)}
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </span>
              <Link
                href={href({ grade })}
                className={styles.count}
                aria-label={`${t('score.grade', { grade })}: ${services}`}
              >
                {services}
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function TopRules({ summary }: { summary: ReportSummary }) {
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const href = useReportHref();
  const most = Math.max(...summary.topRules.map(({ services }) => services), 1);
  return (
    <Section
      title={t('report.rules.title')}
      explanation={t('report.rules.explanation')}
    >
      {summary.topRules.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('report.rules.none')}
        </Text>
      ) : (
        <ol className={styles.rules}>
          {summary.topRules.map(({ rule, title, services }) => {
            const count = t('report.services', { count: services });
            return (
              <li key={rule}>
                <span className={styles.ruleName}>
                  <Text variant="body-medium">
                    <CodeText text={titleOf(rule, 'fail', title ?? rule)} />
                  </Text>
                  <code>{rule}</code>
                </span>
                <span className={styles.track} aria-hidden>
                  <span
                    className={styles.bar}
                    data-tone="negative"
                    style={{ width: `${(services / most) * 100}%` }}
                  />
                </span>
                <Link
                  href={href({ rule })}
                  className={styles.count}
                  aria-label={`${rule}: ${count}`}
                >
                  {count}
                </Link>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}

/** The organisation at a glance; every figure leads to its services. */
export function Overview() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const {
    value: summary,
    error,
    reload,
  } = useRequest('summary', signal => api.getReportSummary({ signal }));
  useReportChanges(reload);
  if (!summary && error) {
    return (
      <RequestFailure error={error} what={t('report.what')} onRetry={reload} />
    );
  }
  if (!summary) {
    return (
      <Stack isLoading>
        <div className={styles.tiles}>
          {[0, 1, 2, 3, 4].map(index => (
            <Skeleton key={index} width="100%" height={124} />
          ))}
        </div>
        <div className={styles.columns}>
          <Skeleton width="100%" height={320} />
          <Skeleton width="100%" height={320} />
        </div>
      </Stack>
    );
  }
  if (summary.services === 0) {
    return (
      <StateMessage
        icon={<RiInboxLine />}
        headingLevel="h2"
        title={t('report.empty.title')}
        description={t('report.empty.description')}
        action={
          <Button size="small" variant="secondary" onPress={reload}>
            {t('action.reload')}
          </Button>
        }
      />
    );
  }
  return (
    <Stack>
      <Tiles summary={summary} />
      <ScoreHistory />
      <OwnerMatrixSection />
      <div className={styles.columns}>
        <Grades summary={summary} />
        <TopRules summary={summary} />
      </div>
    </Stack>
  );
}
