/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { ReportIncidents } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { IncidentItem } from './IncidentItem';
import styles from './BuildsReport.module.css';

/** What goes wrong, or went wrong, for many services at once. */
export function IncidentsSection(props: { incidents: ReportIncidents }) {
  const { items, days, minimumServices, windowMinutes, isPartial } =
    props.incidents;
  const { t } = useTranslation();
  return (
    <Section
      title={t('buildsReport.incidents.title')}
      explanation={t('buildsReport.incidents.explanation', {
        count: minimumServices,
        minutes: String(Math.round(windowMinutes)),
      })}
    >
      {items.length === 0 ? (
        <p className={styles.quiet}>
          <RiCheckboxCircleLine aria-hidden />
          {t('buildsReport.incidents.none', { count: days })}
        </p>
      ) : (
        <ul className={styles.incidents}>
          {items.map(incident => (
            <IncidentItem
              key={`${incident.class} ${incident.target} ${incident.firstSeen}`}
              incident={incident}
            />
          ))}
        </ul>
      )}
      {isPartial && (
        <Text as="p" variant="body-small" color="secondary">
          {t('buildsReport.incidents.partial')}
        </Text>
      )}
    </Section>
  );
}
