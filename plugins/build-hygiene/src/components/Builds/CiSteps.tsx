/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { ciSteps } from '../../ciSteps';
import { useTranslation } from '../../translation';
import { Snippet } from '../Snippet';
import styles from './CiSteps.module.css';

/** The lines that send the service's builds, by CI system, ready to copy. */
export function CiSteps(props: { entityRef: string; baseUrl?: string }) {
  const {
    entityRef,
    baseUrl = 'https://backstage.example.com/api/build-hygiene',
  } = props;
  const { t } = useTranslation();
  const steps = useMemo(
    () => ciSteps({ entityRef, backendUrl: baseUrl }),
    [entityRef, baseUrl],
  );
  return (
    <>
      <Tabs>
        <TabList aria-label={t('builds.none.systems')}>
          {steps.map(({ id, name }) => (
            <Tab key={id} id={id}>
              {name}
            </Tab>
          ))}
        </TabList>
        {steps.map(({ id, name, text }) => (
          <TabPanel key={id} id={id} className={styles.panel}>
            <Snippet
              text={text}
              label={t('builds.none.snippet', { system: name })}
              copyLabel={t('builds.none.copy')}
              copiedText={t('builds.none.copied')}
            />
          </TabPanel>
        ))}
      </Tabs>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.token}
      >
        {t('builds.none.token', { variable: 'BUILD_HYGIENE_TOKEN' })}
      </Text>
    </>
  );
}
