/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Link, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import {
  Campaign,
  CampaignPage,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { RequestState, useRequest } from '../../requests';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Pager } from '../Pager';
import { Section } from '../Section';
import { Chip } from '../Tone';
import { dueTone, scopeText, targetText, today } from './campaignText';
import { Progress } from './Progress';
import styles from './Campaigns.module.css';

/** Campaigns in one state, a page at a time. */
export function useCampaigns(
  state: 'open' | 'closed',
): RequestState<CampaignPage> & { turn: (cursor?: string) => void } {
  const api = useApi(buildHygieneApiRef);
  const [cursor, turn] = useState<string>();
  const request = useRequest(`${state} ${cursor ?? ''}`, signal =>
    api.queryCampaigns({ state, cursor }, { signal }),
  );
  return { ...request, turn };
}

function CampaignItem({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref('campaigns');
  const { id, name, state, target, scope, dueOn, closedAt, remaining } =
    campaign;
  const isLate = state === 'open' && remaining > 0 && dueOn < today();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text as="h3" variant="body-large" weight="bold">
          <Link href={href({ campaign: id })}>{name}</Link>
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {targetText(target, t)} · {scopeText(scope, t)}
        </Text>
      </div>
      <div className={styles.figures}>
        <Chip tone={isLate ? 'negative' : dueTone(campaign)}>
          {closedAt === undefined
            ? t(isLate ? 'campaigns.late' : 'campaigns.due', {
                day: format.date(dueOn),
              })
            : t('campaigns.closedOn', { day: format.date(closedAt) })}
        </Chip>
        <Progress
          campaign={campaign}
          label={t('campaigns.progressOf', { name })}
        />
      </div>
    </li>
  );
}

/** Open campaigns, or closed ones. */
export function CampaignList(props: {
  state: 'open' | 'closed';
  page: CampaignPage;
  turn: (cursor?: string) => void;
}) {
  const { state, page, turn } = props;
  const { t } = useTranslation();
  const { items, total, nextCursor, previousCursor } = page;
  if (total === 0 && items.length === 0) {
    return null;
  }
  const title = t(`campaigns.${state}.title`);
  return (
    <Section
      title={`${title} (${total})`}
      explanation={t(`campaigns.${state}.explanation`)}
    >
      <ul className={styles.items}>
        {items.map(campaign => (
          <CampaignItem key={campaign.id} campaign={campaign} />
        ))}
      </ul>
      <Pager
        label={title}
        onPrevious={previousCursor ? () => turn(previousCursor) : undefined}
        onNext={nextCursor ? () => turn(nextCursor) : undefined}
      />
    </Section>
  );
}
