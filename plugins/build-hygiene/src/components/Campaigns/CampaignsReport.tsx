/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { RiAddLine, RiFlagLine } from '@remixicon/react';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Stack } from '../Layout';
import { RequestFailure, StateMessage } from '../StateMessage';
import { CampaignDialog } from './CampaignDialog';
import { CampaignList, useCampaigns } from './CampaignList';
import { CampaignView } from './CampaignView';
import styles from './Campaigns.module.css';

function Campaigns({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const open = useCampaigns('open');
  const closed = useCampaigns('closed');
  const [starting, setStarting] = useState(false);
  const error = open.error ?? closed.error;
  if (error) {
    return (
      <RequestFailure
        error={error}
        what={t('campaigns.what')}
        onRetry={() => {
          open.reload();
          closed.reload();
        }}
      />
    );
  }
  if (!open.value || !closed.value) {
    return <Skeleton width="100%" height={240} />;
  }
  const { mayManage } = open.value;
  const start = mayManage && (
    <Button
      size="small"
      iconStart={<RiAddLine />}
      onPress={() => setStarting(true)}
    >
      {t('campaigns.start')}
    </Button>
  );
  const isEmpty = open.value.total + closed.value.total === 0;
  return (
    <Stack>
      {isEmpty ? (
        <StateMessage
          icon={<RiFlagLine />}
          headingLevel="h2"
          title={t('campaigns.empty.title')}
          description={t('campaigns.empty.description')}
          action={start}
        />
      ) : (
        <>
          <div className={styles.head}>
            <Text as="p" variant="body-medium" color="secondary">
              {t('campaigns.explanation')}
            </Text>
            {start}
          </div>
          <CampaignList state="open" page={open.value} turn={open.turn} />
          <CampaignList state="closed" page={closed.value} turn={closed.turn} />
        </>
      )}
      {starting && (
        <CampaignDialog
          onClose={() => setStarting(false)}
          onSaved={({ id }) => onOpen(id)}
        />
      )}
    </Stack>
  );
}

/** All campaigns, or the one that the address names. */
export function CampaignsReport() {
  const { search, change } = useSearchState();
  const id = search.get('campaign');
  return id ? (
    <CampaignView key={id} id={id} />
  ) : (
    <Campaigns onOpen={campaign => change({ campaign })} />
  );
}
