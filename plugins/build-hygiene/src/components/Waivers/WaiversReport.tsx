/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { RiShieldCheckLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { WaiversQuery } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { RequestState, useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { RequestFailure, StateMessage } from '../StateMessage';
import { dayAhead } from './durations';
import { WaiverTable } from './WaiverTable';
import styles from './Waivers.module.css';

const SOON_DAYS = 14;

type Group = 'pending' | 'expiring' | 'active' | 'ended';

function queryOf(group: Group): WaiversQuery {
  const soon = dayAhead(SOON_DAYS + 1);
  switch (group) {
    case 'pending':
    case 'ended':
      return { state: group };
    case 'expiring':
      return { state: 'active', endsBefore: soon };
    case 'active':
      return { state: 'active', endsFrom: soon };
    default:
      return group satisfies never;
  }
}

function useGroup(group: Group, turn: number) {
  const api = useApi(buildHygieneApiRef);
  const [cursor, setCursor] = useState<string>();
  const request = useRequest(`${group} ${turn} ${cursor ?? ''}`, signal =>
    api.queryWaivers({ ...queryOf(group), cursor }, { signal }),
  );
  return { ...request, group, setCursor };
}

function GroupSection(props: {
  state: ReturnType<typeof useGroup>;
  onChanged: () => void;
}) {
  const { state, onChanged } = props;
  const { group, value, setCursor } = state;
  const { t } = useTranslation();
  if (!value || (value.total === 0 && value.items.length === 0)) {
    return null;
  }
  const { previousCursor, nextCursor } = value;
  return (
    <Section
      title={`${t(`waivers.group.${group}`)} (${value.total})`}
      explanation={t(`waivers.group.${group}Explained`, {
        days: String(SOON_DAYS),
      })}
    >
      <WaiverTable
        waivers={value.items}
        hasActions={group !== 'ended'}
        onChanged={onChanged}
      />
      {(previousCursor ?? nextCursor) !== undefined && (
        <div className={styles.pages}>
          <Button
            size="small"
            variant="secondary"
            isDisabled={previousCursor === undefined}
            onPress={() => setCursor(previousCursor)}
          >
            {t('waivers.previous')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={nextCursor === undefined}
            onPress={() => setCursor(nextCursor)}
          >
            {t('waivers.next')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** The waivers of all services: what asks for a decision comes first. */
export function WaiversReport() {
  const { t } = useTranslation();
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn(number => number + 1), []);
  const pending = useGroup('pending', turn);
  const expiring = useGroup('expiring', turn);
  const active = useGroup('active', turn);
  const ended = useGroup('ended', turn);
  const groups = [pending, expiring, active, ended];
  const failed = groups.find(
    (group: RequestState<unknown>) => group.error !== undefined,
  );
  if (failed?.error) {
    return (
      <RequestFailure
        error={failed.error}
        what={t('waivers.what')}
        onRetry={reload}
      />
    );
  }
  if (groups.some(({ value }) => value === undefined)) {
    return <Skeleton width="100%" height={240} />;
  }
  if (groups.every(({ value }) => value?.total === 0)) {
    return (
      <Section title={t('waivers.title')}>
        <StateMessage
          icon={<RiShieldCheckLine />}
          title={t('waivers.empty.title')}
          description={t('waivers.empty.description')}
        />
      </Section>
    );
  }
  return (
    <div className={styles.page}>
      <Text as="p" variant="body-medium" color="secondary">
        {t('waivers.explanation')}
      </Text>
      {groups.map(state => (
        <GroupSection key={state.group} state={state} onChanged={reload} />
      ))}
    </div>
  );
}
