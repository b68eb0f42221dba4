/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Link, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  ScanHealth,
  ScanProblem,
  ScanRetryRequest,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useErrorSentences, useTranslation } from '../../translation';
import { Section } from '../Section';
import { scanErrorTitle } from '../StateMessage';
import styles from './ScanHealth.module.css';

function RetryButton(props: {
  request: ScanRetryRequest;
  text: string;
  label?: string;
  onRetried: () => void;
}) {
  const { request, text, label, onRetried } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const [running, setRunning] = useState(false);
  const retry = async () => {
    setRunning(true);
    try {
      const { services } = await api.retryScans(request);
      toastApi.post({
        title: t('scanHealth.problems.retried', { count: services }),
        status: 'success',
        timeout: 4_000,
      });
      onRetried();
    } catch (error) {
      toastApi.post({
        title: t('scanHealth.problems.retryFailed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    } finally {
      setRunning(false);
    }
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine />}
      aria-label={label}
      loading={running}
      onPress={retry}
    >
      {text}
    </Button>
  );
}

function Problem(props: {
  problem: ScanProblem;
  mayScan: boolean;
  onRetried: () => void;
}) {
  const { problem, mayScan, onRetried } = props;
  const { t } = useTranslation();
  const say = useErrorSentences();
  const format = useFormat();
  const href = useReportHref();
  const { code, host, services, message, nextTryAt } = problem;
  const title = scanErrorTitle(code, t);
  const place =
    host === undefined
      ? t('scanHealth.problems.noHost')
      : t('scanHealth.problems.onHost', { host });
  return (
    <li className={styles.problem}>
      <div className={styles.words}>
        <Text as="h3" variant="body-medium" weight="bold">
          {title} {place}
        </Text>
        <q className={styles.message}>{say(message)}</q>
        <Text as="p" variant="body-small" color="secondary">
          {t(`scanError.${code}.description`)}{' '}
          {t('scanHealth.problems.nextTry', {
            when: format.relative(nextTryAt),
          })}
        </Text>
      </div>
      <div className={styles.actions}>
        <Link
          href={href({ error: code, ...(host !== undefined && { host }) })}
          className={styles.count}
        >
          {t('report.services', { count: services })}
        </Link>
        {mayScan && (
          <RetryButton
            request={{ code, ...(host !== undefined && { host }) }}
            text={t('scanHealth.problems.retry')}
            label={t('scanHealth.problems.retryLabel', {
              problem: `${title} ${place}`,
            })}
            onRetried={onRetried}
          />
        )}
      </div>
    </li>
  );
}

/** Why scans fail, with the means to try again. */
export function Problems(props: { health: ScanHealth; onRetried: () => void }) {
  const { health, onRetried } = props;
  const { t } = useTranslation();
  const { problems, mayScan } = health;
  return (
    <Section
      title={t('scanHealth.problems.title')}
      explanation={
        problems.length > 0
          ? t('scanHealth.problems.explanation')
          : t('scanHealth.problems.none')
      }
      actions={
        mayScan &&
        problems.length > 1 && (
          <RetryButton
            request={{}}
            text={t('scanHealth.problems.retryAll')}
            onRetried={onRetried}
          />
        )
      }
    >
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(problem => (
            <Problem
              key={`${problem.code} ${problem.host ?? ''}`}
              problem={problem}
              mayScan={mayScan}
              onRetried={onRetried}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
