/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { SingleFailure, SourceCheck } from '@build-hygiene/engine';
import { ModuleSourceStatus } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { Disclosure } from '../Disclosure';
import { RelativeTime } from '../RelativeTime';
import { Chip, Tone } from '../Tone';
import { HistoryStrip } from './HistoryStrip';
import { OutcomeIcon } from './ListSection';
import { hostName, outcomeText, outcomeTone, stateTone } from './outcomeText';
import styles from './ModuleSources.module.css';

const CHECK_TONES: Record<SourceCheck['state'], Tone> = {
  pass: 'positive',
  warn: 'warning',
  fail: 'negative',
  skipped: 'neutral',
};

function Checks({ checks }: { checks: readonly SourceCheck[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.checks}>
      {checks.map(({ name, state, message, milliseconds }) => (
        <li key={name}>
          <OutcomeIcon tone={CHECK_TONES[state]} />
          <span className={styles.checkName}>
            {t(`sources.check.${name}`)}
            <span className={styles.hidden}>
              {`: ${t(`sources.checkState.${state}`)}.`}
            </span>
          </span>
          <span className={styles.checkMessage}>{message}</span>
          <span className={styles.checkTime}>
            {milliseconds !== undefined && format.milliseconds(milliseconds)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One source: how it does, what is wrong, and what if it fails. */
export function SourceItem(props: {
  status: ModuleSourceStatus;
  failure?: SingleFailure;
}) {
  const { status, failure } = props;
  const { source, kind, probe, since, history } = status;
  const { t } = useTranslation();
  const format = useFormat();
  const faults = (probe?.checks ?? []).filter(
    ({ state }) => state === 'fail' || state === 'warn',
  );
  return (
    <li className={styles.source} data-tone={stateTone(probe?.state)}>
      <div className={styles.sourceHead}>
        <Text as="h3" variant="body-large" weight="bold">
          {hostName(source)}
        </Text>
        <Chip tone={stateTone(probe?.state)}>
          {t(`sources.state.${probe?.state ?? 'unknown'}`)}
        </Chip>
        <Text as="span" variant="body-small" color="secondary">
          {since !== undefined &&
            `${t('sources.source.since', {
              time: format.short(since),
            })} · `}
          {kind === 'proxy'
            ? t('sources.source.proxy')
            : t('sources.source.database')}
        </Text>
      </div>
      <div className={styles.sourceBody}>
        <dl className={styles.figures}>
          <Figure name={t('sources.source.median')}>
            {history.medianMilliseconds === undefined
              ? '–'
              : format.milliseconds(history.medianMilliseconds)}
          </Figure>
          <Figure name={t('sources.source.slow')}>
            {history.slowMilliseconds === undefined
              ? '–'
              : format.milliseconds(history.slowMilliseconds)}
          </Figure>
          <Figure
            name={t('sources.source.availability', {
              hours: String(history.hours),
            })}
          >
            {history.availability === undefined
              ? '–'
              : format.percent(history.availability)}
          </Figure>
          <Figure name={t('sources.source.certificate')}>
            {probe?.certificateExpiresAt === undefined ? (
              '–'
            ) : (
              <time
                dateTime={probe.certificateExpiresAt}
                title={format.absolute(probe.certificateExpiresAt)}
              >
                {format.day(probe.certificateExpiresAt)}
              </time>
            )}
          </Figure>
        </dl>
        <HistoryStrip history={history} />
      </div>
      {faults.length > 0 && <Checks checks={faults} />}
      <ul className={styles.outcomes}>
        {failure && (
          <>
            <li className={styles.outcome}>
              <OutcomeIcon tone={outcomeTone(failure.down, 'public')} />
              <span>
                <strong>{t('sources.source.down')}</strong>{' '}
                {outcomeText(t, failure.down, 'public')}
              </span>
            </li>
            <li className={styles.outcome}>
              <OutcomeIcon tone={outcomeTone(failure.silent, 'public')} />
              <span>
                <strong>{t('sources.source.silent')}</strong>{' '}
                {outcomeText(t, failure.silent, 'public')}
              </span>
            </li>
          </>
        )}
        {kind === 'checksum-database' && (
          <li className={styles.outcome}>
            <OutcomeIcon tone="neutral" />
            <span>{t('sources.source.databaseDown')}</span>
          </li>
        )}
      </ul>
      {probe ? (
        <Disclosure
          summary={
            <>
              {t('sources.source.checks', { count: probe.checks.length })}
              {' · '}
              <RelativeTime iso={probe.at} />
            </>
          }
        >
          <Checks checks={probe.checks} />
        </Disclosure>
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('sources.source.waiting')}
        </Text>
      )}
    </li>
  );
}
