/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { ReportFailures } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { kindOf } from '../Builds/failureKind';
import { FailureKindIcon } from '../Builds/FailureKindIcon';
import { useFailureTitle } from '../Builds/useFailureTitle';
import { FigureTable } from '../FigureTable';
import { Section } from '../Section';
import { Chip } from '../Tone';
import { FailureKindsChart } from './FailureKindsChart';

const MOST_SHOWN = 12;

/** Why builds fail: the kinds over time, and the classes. */
export function FailuresSection({ failures }: { failures: ReportFailures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useFailureTitle();
  const { builds, services, transient, days, classes } = failures;
  const shown = classes.items.slice(0, MOST_SHOWN);
  const rest = classes.items.length - shown.length;
  return (
    <Section
      title={t('buildsReport.failures.title')}
      explanation={
        builds === 0
          ? t('buildsReport.failures.none', { count: days })
          : t('buildsReport.failures.explanation', {
              count: builds,
              builds: format.number(builds),
              services: format.number(services),
              days: String(days),
              transient: format.percent(transient / builds),
            })
      }
    >
      {builds > 0 && (
        <>
          <FailureKindsChart failures={failures} />
          <FigureTable
            label={t('buildsReport.failures.classes')}
            columns={[
              t('buildsReport.column.kind'),
              t('buildsReport.column.class'),
              t('buildsReport.column.again'),
              t('buildsReport.column.failed'),
              t('buildsReport.column.services'),
            ]}
            figures={2}
            nameColumn={1}
            rows={shown.map(item => ({
              key: item.class,
              cells: [
                <Chip
                  tone="neutral"
                  icon={<FailureKindIcon kind={kindOf(item.kind)} />}
                >
                  {t(`failureKind.${kindOf(item.kind)}`)}
                </Chip>,
                <span>
                  {titleOf(item)} <code>{item.class}</code>
                </span>,
                item.transient
                  ? t('diagnosis.transient')
                  : t('diagnosis.permanent'),
                format.number(item.builds),
                format.number(item.services),
              ],
            }))}
          />
          {rest > 0 && (
            <Text as="p" variant="body-small" color="secondary">
              {t('buildsReport.failures.more', { count: rest })}
            </Text>
          )}
        </>
      )}
    </Section>
  );
}
