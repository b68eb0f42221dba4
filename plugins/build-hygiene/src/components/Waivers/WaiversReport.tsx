/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { memo, useCallback, useState } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { RiShieldCheckLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Page,
  Waiver,
  WaiversQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { RequestState, useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { Stack } from '../Layout';
import { Pager } from '../Pager';
import { Section } from '../Section';
import { RequestFailure, StateMessage } from '../StateMessage';
import { dayAhead } from './durations';
import { WaiverTable } from './WaiverTable';

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
  return { ...request, group, turn: setCursor };
}

/** The waivers of one group. */
function GroupSection(props: {
  group: Group;
  page: Page<Waiver>;
  turn: (cursor: string) => void;
  onChanged: () => void;
}) {
  const { group, page, turn, onChanged } = props;
  const { t } = useTranslation();
  const { items, total, previousCursor, nextCursor } = page;
  if (total === 0 && items.length === 0) {
    return null;
  }
  const title = t(`waivers.group.${group}`);
  return (
    <Section
      title={`${title} (${total})`}
      explanation={t(`waivers.group.${group}Explained`, {
        days: String(SOON_DAYS),
      })}
    >
      <WaiverTable
        label={title}
        waivers={items}
        hasActions={group !== 'ended'}
        onChanged={onChanged}
      />
      <Pager
        label={title}
        onPrevious={previousCursor ? () => turn(previousCursor) : undefined}
        onNext={nextCursor ? () => turn(nextCursor) : undefined}
      />
    </Section>
  );
}

/** Stays as it is while another group turns its page. */
const SteadyGroupSection = memo(GroupSection);

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
    <Stack>
      <Text as="p" variant="body-medium" color="secondary">
        {t('waivers.explanation')}
      </Text>
      {groups.map(
        ({ group, value, turn: turnPage }) =>
          value && (
            <SteadyGroupSection
              key={group}
              group={group}
              page={value}
              turn={turnPage}
              onChanged={reload}
            />
          ),
      )}
    </Stack>
  );
}
