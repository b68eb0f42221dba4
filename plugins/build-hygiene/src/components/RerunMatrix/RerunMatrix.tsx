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
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Section } from '../Section';
import { StateMessage } from '../StateMessage';
import { BuilderSwitch } from './BuilderSwitch';
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

function Figures({ view }: { view: MatrixView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const expectedTime = useExpectedTime(view);
  const { expectedSeconds, predictedHitRate } = view;
  const figures = [
    expectedSeconds !== undefined && {
      value: expectedTime(expectedSeconds),
      label: t('matrix.expected'),
    },
    predictedHitRate !== undefined && {
      value: format.percent(predictedHitRate),
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
                {figure.value}
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
              <CodeText text={unknown} />
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
}) {
  const { matrix, scan } = props;
  const { t } = useTranslation();
  const { search, change } = useSearchState();
  const units = matrix?.units ?? [];
  const chosen = search.get('dockerfile');
  const unit = units.find(({ id }) => id === chosen) ?? units[0];
  const wanted = search.get('builder');
  const view = useMemo(
    () => unit && createMatrixView(unit, wanted),
    [unit, wanted],
  );

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
          <Figures view={view} />
        </>
      }
    >
      {builder && (
        <BuilderSwitch
          builder={builder}
          scan={scan}
          onChange={kind =>
            change({ builder: kind === builder.own.kind ? undefined : kind })
          }
        />
      )}
      <Headline view={view} />
      <MatrixGrid key={unit.id} name={unit.id} view={view} />
      <MatrixLegend notKept={hasNotKept(view)} />
      {builder && view.estimated && (
        <p className={styles.note}>{t('matrix.timeNote')}</p>
      )}
      <Unknowns unknowns={unit.unknowns} />
    </Section>
  );
}
