/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Link, Text } from '@backstage/ui';
import {
  FleetAspectReport,
  FleetValueReport,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { Chip } from '../Tone';
import { driftText, driftTone, fleetAspectTitle, fleetWord } from './fleetText';
import styles from './Fleet.module.css';

const FIRST_SHOWN = 6;

function Value(props: {
  report: FleetAspectReport;
  value: FleetValueReport;
  total: number;
}) {
  const { report, value: own, total } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const { value, services, drift } = own;
  const { aspect } = report;
  const word = fleetWord(aspect, value, t);
  const tone = drift && driftTone(drift);
  const count = t('report.services', { count: services });
  return (
    <li>
      <span className={styles.value}>
        {word === undefined ? <code>{value}</code> : <span>{word}</span>}
        {drift && tone && (
          <Chip tone={tone}>{driftText(drift, { t, format })}</Chip>
        )}
        {drift?.kind === 'ended' && drift.newest && (
          <span className={styles.note}>
            {t('fleet.drift.newest', { newest: drift.newest })}
          </span>
        )}
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.bar}
          data-tone={tone}
          style={{ width: `${(services / total) * 100}%` }}
        />
      </span>
      <span className={styles.share}>{format.percent(services / total)}</span>
      <Link
        href={href({ fleet: `${aspect}:${value}` })}
        className={styles.count}
        aria-label={`${word ?? value}: ${count}`}
      >
        {count}
      </Link>
    </li>
  );
}

/** The values of one aspect, each with the services behind it. */
export function FleetSection(props: {
  report: FleetAspectReport;
  total: number;
}) {
  const { report, total } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { aspect, services, drifted, values, moreValues } = report;
  const hidden = isOpen ? 0 : Math.max(values.length - FIRST_SHOWN, 0);
  return (
    <Section
      title={fleetAspectTitle(aspect, t)}
      explanation={
        services > 0
          ? [
              t('fleet.summary', { count: services }),
              drifted > 0 &&
                t('fleet.drifted', { number: format.number(drifted) }),
            ]
              .filter(Boolean)
              .join(' · ')
          : t('fleet.none')
      }
    >
      {values.length > 0 && (
        <ul className={styles.values}>
          {values.slice(0, values.length - hidden).map(value => (
            <Value
              key={value.value}
              report={report}
              value={value}
              total={total}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button
          size="small"
          variant="tertiary"
          className={styles.all}
          onPress={() => setOpen(true)}
        >
          {t('fleet.all', { count: hidden })}
        </Button>
      )}
      {hidden === 0 && moreValues > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('fleet.more', { count: moreValues })}
        </Text>
      )}
    </Section>
  );
}
