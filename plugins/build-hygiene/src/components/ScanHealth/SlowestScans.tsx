/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { ScanHealth } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { Section } from '../Section';

/** The services whose repositories take longest to read. */
export function SlowestScans({ health }: { health: ScanHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useServiceHref();
  const title = t('scanHealth.slowest.title');
  return (
    <Section title={title} explanation={t('scanHealth.slowest.explanation')}>
      {health.slowest.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('scanHealth.slowest.none')}
        </Text>
      ) : (
        <FigureTable
          label={title}
          nameColumn={0}
          columns={[
            t('scanHealth.slowest.service'),
            t('scanHealth.slowest.time'),
          ]}
          figures={1}
          rows={health.slowest.map(({ entityRef, title: name, seconds }) => ({
            key: entityRef,
            cells: [
              <Link key="service" href={href(entityRef)}>
                {name ?? parseEntityRef(entityRef).name}
              </Link>,
              format.seconds(seconds),
            ],
          }))}
        />
      )}
    </Section>
  );
}
