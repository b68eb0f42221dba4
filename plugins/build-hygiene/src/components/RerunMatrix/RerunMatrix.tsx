/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Select, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiQuestionLine,
} from '@remixicon/react';
import { MatrixReport, MatrixUnit } from '@build-hygiene/engine';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Section } from '../Section';
import { StateMessage } from '../StateMessage';
import { countReruns, sourceHeadline } from './matrixModel';
import { MatrixGrid } from './MatrixGrid';
import { MatrixLegend } from './MatrixLegend';
import styles from './RerunMatrix.module.css';

function Headline({ unit }: { unit: MatrixUnit }) {
  const { t } = useTranslation();
  const headline = sourceHeadline(unit);
  const docs = unit.scenarios.find(({ id }) => id === 'docs');
  const docsReruns = docs?.applicable ? countReruns(docs) : 0;
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

/** What re-runs when you change what: steps × kinds of commits. */
export function RerunMatrix({ matrix }: { matrix: MatrixReport | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string>();
  const units = matrix?.units ?? [];
  const unit = units.find(({ id }) => id === chosen) ?? units[0];

  if (!unit || unit.steps.length === 0) {
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
              onChange={key => setChosen(String(key))}
            />
          )}
          {unit.predictedHitRate !== null && (
            <div className={styles.predicted}>
              <Text variant="title-x-small" weight="bold">
                {format.percent(unit.predictedHitRate)}
              </Text>
              <Text variant="body-small" color="secondary">
                {t('matrix.predicted')}
              </Text>
            </div>
          )}
        </>
      }
    >
      <Headline unit={unit} />
      <MatrixGrid key={unit.id} unit={unit} />
      <MatrixLegend />
      {unit.unknowns.length > 0 && (
        <div className={styles.unknowns}>
          <RiQuestionLine aria-hidden />
          <div>
            <Text as="h3" variant="body-small" weight="bold">
              {t('matrix.unknowns')}
            </Text>
            <ul>
              {unit.unknowns.map(unknown => (
                <li key={unknown}>
                  <CodeText text={unknown} />
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Section>
  );
}
