/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import {
  ButtonIcon,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { ciSteps } from '../../ciSteps';
import { useTranslation } from '../../translation';
import styles from './CiSteps.module.css';

/** The lines that send the service's builds, by CI system, ready to copy. */
export function CiSteps(props: { entityRef: string; baseUrl?: string }) {
  const {
    entityRef,
    baseUrl = 'https://backstage.example.com/api/build-hygiene',
  } = props;
  const { t } = useTranslation();
  const [{ value }, copy] = useCopyToClipboard();
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
        {steps.map(({ id, name, text }) => {
          const copied = value === text;
          return (
            <TabPanel key={id} id={id}>
              <div className={styles.snippet}>
                <pre aria-label={t('builds.none.snippet', { system: name })}>
                  {text}
                </pre>
                <span className={styles.copy}>
                  <ButtonIcon
                    aria-label={t('builds.none.copy')}
                    size="small"
                    variant="tertiary"
                    icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
                    onPress={() => copy(text)}
                  />
                </span>
              </div>
            </TabPanel>
          );
        })}
      </Tabs>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.token}
      >
        {t('builds.none.token', { variable: 'BUILD_HYGIENE_TOKEN' })}
      </Text>
      <VisuallyHidden role="status">
        {value !== undefined && t('builds.none.copied')}
      </VisuallyHidden>
    </>
  );
}
