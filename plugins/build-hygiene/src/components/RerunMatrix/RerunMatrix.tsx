/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { Select, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiQuestionLine,
} from '@remixicon/react';
import { MatrixReport } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useSearchState } from '../../routes';
import { useReportSentences, useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { FixChoice } from '../FixPlan';
import { Section } from '../Section';
import { StateMessage } from '../StateMessage';
import { BeforeAfter } from './BeforeAfter';
import { BuilderSwitch } from './BuilderSwitch';
import { compareViews } from './compareViews';
import { FixSwitch } from './FixSwitch';
import { MatrixGrid } from './MatrixGrid';
import { MatrixLegend } from './MatrixLegend';
import { hasNotKept, sourceHeadline } from './matrixModel';
import { createMatrixView, MatrixView } from './matrixView';
import { useExpectedTime } from './useExpectedTime';
import styles from './RerunMatrix.module.css';

function Headline({ view }: { view: MatrixView }) {
  const { t } = useTranslation();
  const headline = sourceHeadline(view);
  const docs = view.scenarios.find(({ id }) => id === 'docs');
  const docsReruns = docs?.applicable ? docs.reruns : 0;
  if (!headline) {
    return null;
  }
  const { reruns, total, modules } = headline;
  return (
    <ul className={styles.headline}>
      <li data-tone={modules === 'reruns' ? 'negative' : 'positive'}>
        {modules === 'reruns' ? (
          <RiErrorWarningLine aria-hidden />
        ) : (
          <RiCheckboxCircleLine aria-hidden />
        )}
        <span>
          {t(`matrix.headline.${modules ?? 'plain'}`, {
            number: String(reruns),
            total: String(total),
          })}
        </span>
      </li>
      {docsReruns > 0 && (
        <li data-tone="negative">
          <RiErrorWarningLine aria-hidden />
          <span>
            {t('matrix.headline.docs', {
              number: String(docsReruns),
              total: String(total),
            })}
          </span>
        </li>
      )}
    </ul>
  );
}

function Figures({ view, before }: { view: MatrixView; before?: MatrixView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const expectedTime = useExpectedTime(view);
  const earlierTime = useExpectedTime(before ?? view);
  const { expectedSeconds, predictedHitRate } = view;
  const figures = [
    expectedSeconds !== undefined && {
      value: expectedTime(expectedSeconds),
      before:
        before?.expectedSeconds === undefined
          ? undefined
          : earlierTime(before.expectedSeconds),
      label: t('matrix.expected'),
    },
    predictedHitRate !== undefined && {
      value: format.percent(predictedHitRate),
      before:
        before?.predictedHitRate === undefined
          ? undefined
          : format.percent(before.predictedHitRate),
      label: t('matrix.predicted'),
    },
  ];
  return (
    <div className={styles.figures}>
      {figures.map(
        figure =>
          figure && (
            <div key={figure.label} className={styles.figure}>
              <Text variant="title-x-small" weight="bold">
                <BeforeAfter before={figure.before} after={figure.value} />
              </Text>
              <Text variant="body-small" color="secondary">
                {figure.label}
              </Text>
            </div>
          ),
      )}
    </div>
  );
}

function Unknowns({ unknowns }: { unknowns: string[] }) {
  const { t } = useTranslation();
  const say = useReportSentences();
  if (unknowns.length === 0) {
    return null;
  }
  return (
    <div className={styles.unknowns}>
      <RiQuestionLine aria-hidden />
      <div>
        <Text as="h3" variant="body-small" weight="bold">
          {t('matrix.unknowns')}
        </Text>
        <ul>
          {unknowns.map(unknown => (
            <li key={unknown}>
              <CodeText text={say(unknown)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What re-runs when you change what: steps × kinds of commits. */
export function RerunMatrix(props: {
  matrix: MatrixReport | undefined;
  /** Where the lines of files are found. */
  scan?: ScanState;
  /** What is chosen of the fix plan, where there is one. */
  choice?: FixChoice;
}) {
  const { matrix, scan, choice } = props;
  const { t } = useTranslation();
  const { search, change } = useSearchState();
  const units = matrix?.units ?? [];
  const chosen = search.get('dockerfile');
  const unit = units.find(({ id }) => id === chosen) ?? units[0];
  const wanted = search.get('builder');
  const now = useMemo(
    () => unit && createMatrixView(unit, wanted),
    [unit, wanted],
  );
  const preview = choice?.applied && !choice.error ? choice.preview : undefined;
  const fixed = preview?.matrix.units.find(({ id }) => id === unit?.id);
  const compared = useMemo(
    () => now && fixed && compareViews(now, createMatrixView(fixed, wanted)),
    [now, fixed, wanted],
  );
  const view = compared?.view ?? now;

  if (!view || view.steps.length === 0) {
    return (
      <Section title={t('matrix.title')} id="matrix">
        <StateMessage
          icon={<RiInformationLine />}
          title={t('matrix.empty.title')}
          description={t('matrix.empty.description')}
        />
      </Section>
    );
  }

  const { builder } = view;
  const before = compared?.earlier.view;
  const outdated = choice?.applied === true && choice.pending;
  return (
    <Section
      id="matrix"
      title={t('matrix.title')}
      explanation={t('matrix.explanation')}
      actions={
        <>
          {units.length > 1 && (
            <Select
              aria-label={t('matrix.unit')}
              size="small"
              className={styles.unit}
              options={units.map(({ id }) => ({ id, label: id }))}
              value={unit.id}
              onChange={key =>
                change({
                  dockerfile: key === units[0].id ? undefined : String(key),
                })
              }
            />
          )}
          <Figures view={view} before={before} />
        </>
      }
    >
      {choice && choice.rules.length > 0 && <FixSwitch choice={choice} />}
      {builder && (
        <BuilderSwitch
          builder={builder}
          scan={scan}
          onChange={kind =>
            change({ builder: kind === builder.own.kind ? undefined : kind })
          }
        />
      )}
      <div
        className={styles.matrix}
        data-outdated={outdated || undefined}
        aria-busy={outdated}
      >
        <Headline view={view} />
        <MatrixGrid
          key={unit.id}
          name={unit.id}
          view={view}
          earlier={compared?.earlier}
        />
        <MatrixLegend
          notKept={hasNotKept(view)}
          improved={compared !== undefined}
        />
      </div>
      {builder && view.estimated && (
        <p className={styles.note}>{t('matrix.timeNote')}</p>
      )}
      <Unknowns unknowns={(fixed ?? unit).unknowns} />
    </Section>
  );
}
