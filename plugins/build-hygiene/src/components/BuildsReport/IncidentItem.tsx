/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link } from '@backstage/ui';
import { RiAlarmWarningFill, RiCheckLine } from '@remixicon/react';
import { parseEntityRef } from '@backstage/catalog-model';
import { ReportIncident } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useServiceHref } from '../../routes';
import { useFailureTexts, useTranslation } from '../../translation';
import { kindOf } from '../Builds/failureKind';
import { FailureKindIcon } from '../Builds/FailureKindIcon';
import { useFailureTitle } from '../Builds/useFailureTitle';
import { CodeText } from '../CodeText';
import { Disclosure } from '../Disclosure';
import { Chip } from '../Tone';
import styles from './BuildsReport.module.css';

/** One incident: what, where, since when, how many, and what to do. */
export function IncidentItem({ incident }: { incident: ReportIncident }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useFailureTitle();
  const { fixOf } = useFailureTexts();
  const serviceHref = useServiceHref();
  const { state, target, services, builds, firstSeen, lastSeen } = incident;
  const isOpen = state.state === 'open';
  const kind = kindOf(incident.kind);
  const rest = services.count - services.entityRefs.length;
  return (
    <li className={styles.incident} data-open={isOpen || undefined}>
      <div className={styles.marks}>
        <Chip
          tone={isOpen ? 'negative' : 'neutral'}
          strong={isOpen}
          icon={
            isOpen ? (
              <RiAlarmWarningFill aria-hidden />
            ) : (
              <RiCheckLine aria-hidden />
            )
          }
        >
          {state.state === 'open'
            ? t('buildsReport.incident.open')
            : t(`buildsReport.incident.over.${state.because}`)}
        </Chip>
        <Chip tone="neutral" icon={<FailureKindIcon kind={kind} />}>
          {t(`failureKind.${kind}`)}
        </Chip>
        <code className={styles.class}>{incident.class}</code>
      </div>
      <p className={styles.sentence}>
        <strong>{target}</strong>
        {': '}
        {t('buildsReport.incident.title', { title: titleOf(incident) })}{' '}
        {isOpen
          ? t('buildsReport.incident.since', {
              count: services.count,
              services: format.number(services.count),
              time: format.short(firstSeen),
            })
          : t('buildsReport.incident.between', {
              count: services.count,
              services: format.number(services.count),
              time: format.short(firstSeen),
              end: format.short(lastSeen),
            })}
      </p>
      {isOpen && (
        <p className={styles.paragraph}>
          <CodeText text={fixOf(incident)} />
        </p>
      )}
      <Disclosure
        summary={t('buildsReport.incident.services', {
          count: builds,
          builds: format.number(builds),
          time: format.relative(lastSeen),
        })}
      >
        <ul className={styles.services}>
          {services.entityRefs.map(ref => (
            <li key={ref}>
              <Link href={serviceHref(ref)}>{parseEntityRef(ref).name}</Link>
            </li>
          ))}
          {rest > 0 && (
            <li className={styles.note}>
              {t('buildsReport.incident.more', { count: rest })}
            </li>
          )}
        </ul>
      </Disclosure>
    </li>
  );
}
