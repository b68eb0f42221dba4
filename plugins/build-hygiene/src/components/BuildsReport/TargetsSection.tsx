/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { ReportFailures } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import styles from './BuildsReport.module.css';

/** The servers at which builds fail most: proxies, registries, mirrors. */
export function TargetsSection({ failures }: { failures: ReportFailures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { days, targets } = failures;
  return (
    <Section
      title={t('buildsReport.targets.title')}
      explanation={t('buildsReport.targets.explanation', { count: days })}
    >
      {targets.items.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('buildsReport.targets.none')}
        </Text>
      ) : (
        <FigureTable
          label={t('buildsReport.targets.title')}
          columns={[
            t('buildsReport.column.server'),
            t('buildsReport.column.failed'),
            t('buildsReport.column.services'),
            t('buildsReport.column.days'),
          ]}
          figures={3}
          nameColumn={0}
          rows={targets.items.map(item => ({
            key: item.target,
            cells: [
              <span className={styles.server}>
                <strong>{item.target}</strong>
                <span className={styles.note}>
                  {item.classes
                    .map(one => `${one.class} ${format.number(one.builds)}`)
                    .join(' · ')}
                </span>
                <span className={styles.note}>
                  <RelativeTime iso={item.lastSeen} />
                </span>
              </span>,
              format.number(item.builds),
              format.number(item.services),
              format.number(item.days),
            ],
          }))}
        />
      )}
      {targets.isPartial && (
        <Text as="p" variant="body-small" color="secondary">
          {t('buildsReport.targets.partial', { count: targets.items.length })}
        </Text>
      )}
    </Section>
  );
}
