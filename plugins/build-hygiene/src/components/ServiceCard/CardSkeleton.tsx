/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Flex, Skeleton } from '@backstage/ui';
import { useTranslation } from '../../translation';

/** As large as the card will be. */
export function CardSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      <Flex direction="column" gap="3">
        <Flex align="center" gap="4">
          <Skeleton width={96} height={96} rounded />
          <Flex direction="column" gap="2">
            <Skeleton width={160} height={16} />
            <Skeleton width={110} height={14} />
          </Flex>
        </Flex>
        <Skeleton width="100%" height={84} />
        <Skeleton width="100%" height={20} />
        <Skeleton width="100%" height={52} />
        <Skeleton width="100%" height={14} />
      </Flex>
    </div>
  );
}
