/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button, Skeleton, Text } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../../api';
import { useRequest } from '../../../requests';
import { useTranslation } from '../../../translation';
import { RequestFailure } from '../../StateMessage';
import { ComparedBuilds } from './ComparedBuilds';
import { ComparedSteps } from './ComparedSteps';
import { EnvironmentTable } from './EnvironmentTable';
import { Findings } from './Findings';
import styles from './Comparison.module.css';

/** Two builds: why they differ first, then what they ran with, then steps. */
export function Comparison(props: {
  id: string;
  otherId: string;
  onClose: () => void;
}) {
  const { id, otherId, onClose } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const { value, error, reload } = useRequest(`${id} ${otherId}`, signal =>
    api.compareBuilds({ id, otherId }, { signal }),
  );
  return (
    <section className={styles.comparison} aria-label={t('comparison.title')}>
      <div>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiArrowLeftLine />}
          onPress={onClose}
        >
          {t('comparison.close')}
        </Button>
      </div>
      {error && !value && (
        <RequestFailure
          compact
          missing={{
            title: t('builds.missing.title'),
            description: t('builds.missing.description'),
          }}
          error={error}
          what={t('comparison.what')}
          onRetry={reload}
        />
      )}
      {!error && !value && (
        <div role="status" aria-label={t('loading')}>
          <Skeleton width="100%" height={320} />
        </div>
      )}
      {value && (
        <>
          <ComparedBuilds {...value} />
          <Findings comparison={value.comparison} />
          <div>
            <Text as="h3" variant="body-medium" weight="bold">
              {t('comparison.environment')}
            </Text>
            <EnvironmentTable
              label={t('comparison.environment')}
              differences={value.comparison.environment}
            />
          </div>
          <ComparedSteps steps={value.comparison.steps} />
        </>
      )}
    </section>
  );
}
