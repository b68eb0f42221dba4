/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { ReportMeasures } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { Columns } from '../Layout';
import { Section } from '../Section';
import { HoursChart } from './HoursChart';
import { RateChart } from './RateChart';

/** Rates and hours over time. */
export function TrendSection({ measures }: { measures: ReportMeasures }) {
  const { t } = useTranslation();
  const { trend } = measures;
  const hasRates = trend.points.some(
    ({ hitRate, timeWeightedRate }) =>
      hitRate !== undefined || timeWeightedRate !== undefined,
  );
  return (
    <Columns>
      <Section
        title={t('buildsReport.rates.title')}
        explanation={t(`buildsReport.rates.explanation.${trend.unit}`, {
          count: trend.minimumBuilds,
        })}
      >
        {hasRates ? (
          <RateChart trend={trend} />
        ) : (
          <Text as="p" variant="body-medium" color="secondary">
            {t('buildsReport.rates.none')}
          </Text>
        )}
      </Section>
      <Section
        title={t('buildsReport.hours.title')}
        explanation={t(`buildsReport.hours.explanation.${trend.unit}`)}
      >
        <HoursChart trend={trend} />
      </Section>
    </Columns>
  );
}
