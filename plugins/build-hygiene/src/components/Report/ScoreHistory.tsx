/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ScoreMove } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { Chip } from '../Tone';
import { MedianChart } from './MedianChart';
import styles from './ScoreHistory.module.css';

function Moves({ title, moves }: { title: string; moves: ScoreMove[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const serviceHref = useServiceHref();
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {title}
      </Text>
      {moves.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('report.movers.none')}
        </Text>
      ) : (
        <ul className={styles.moves}>
          {moves.map(({ entityRef, title: name, before, after }) => (
            <li key={entityRef}>
              <Link href={serviceHref(entityRef)} className={styles.name}>
                {name ?? parseEntityRef(entityRef).name}
              </Link>
              <span className={styles.scores}>
                {format.number(before)} → {format.number(after)}
              </span>
              <Chip tone={after > before ? 'positive' : 'negative'}>
                {format.points(after - before)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How scores went over 90 days, and which services moved most. */
export function ScoreHistory() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const { value, error, reload } = useRequest('report-history', signal =>
    api.getReportHistory({ signal }),
  );
  if (!value && error) {
    return (
      <RequestFailure
        error={error}
        what={t('report.history.what')}
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return (
      <div className={styles.columns} role="status" aria-label={t('loading')}>
        <Skeleton width="100%" height={367} />
        <Skeleton width="100%" height={367} />
      </div>
    );
  }
  return (
    <div className={styles.columns}>
      <Section
        title={t('report.history.title')}
        explanation={t('report.history.explanation', {
          count: value.points.length,
        })}
      >
        <MedianChart points={value.points} />
      </Section>
      <Section
        title={t('report.movers.title')}
        explanation={t('report.movers.explanation', { count: value.moverDays })}
      >
        <div className={styles.movers}>
          <Moves title={t('report.movers.gains')} moves={value.gains} />
          <Moves title={t('report.movers.losses')} moves={value.losses} />
        </div>
      </Section>
    </div>
  );
}
