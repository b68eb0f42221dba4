/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Link, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { CampaignDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { Columns, Stack } from '../Layout';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { Chip } from '../Tone';
import { userName } from '../Waivers/userName';
import { BurnDownChart } from './BurnDownChart';
import { CampaignDialog } from './CampaignDialog';
import { dueTone, refName, scopeText, targetText, today } from './campaignText';
import { Progress } from './Progress';
import { RemainingServices } from './RemainingServices';
import styles from './Campaigns.module.css';

function Actions(props: { campaign: CampaignDetail; onChanged: () => void }) {
  const { campaign, onChanged } = props;
  const { id, state } = campaign;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const [editing, setEditing] = useState(false);
  const [sending, setSending] = useState(false);
  const change = async () => {
    setSending(true);
    try {
      await api.changeCampaign({
        id,
        action: state === 'open' ? 'close' : 'reopen',
      });
      onChanged();
    } catch (error) {
      toastApi.post({
        title: t('campaigns.failed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {state === 'open' && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setEditing(true)}
        >
          {t('campaigns.edit')}
        </Button>
      )}
      <Button
        size="small"
        variant="secondary"
        loading={sending}
        onPress={change}
      >
        {state === 'open' ? t('campaigns.close') : t('campaigns.reopen')}
      </Button>
      {editing && (
        <CampaignDialog
          campaign={campaign}
          onClose={() => setEditing(false)}
          onSaved={onChanged}
        />
      )}
    </>
  );
}

function Head(props: { campaign: CampaignDetail; onChanged: () => void }) {
  const { campaign, onChanged } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { name, description, target, scope, dueOn, state } = campaign;
  const { createdBy, createdAt, closedBy, closedAt, countedAt } = campaign;
  const isLate = state === 'open' && campaign.remaining > 0 && dueOn < today();
  return (
    <Section
      title={name}
      explanation={`${targetText(target, t)} · ${scopeText(scope, t)}`}
      actions={
        campaign.mayManage && (
          <Actions campaign={campaign} onChanged={onChanged} />
        )
      }
    >
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.state}>
        <Chip tone={isLate ? 'negative' : dueTone(campaign)}>
          {t(isLate ? 'campaigns.late' : 'campaigns.due', {
            day: format.date(dueOn),
          })}
        </Chip>
        <Progress
          campaign={campaign}
          label={t('campaigns.progressOf', { name })}
        />
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('campaigns.startedBy', {
          user: userName(createdBy),
          day: format.date(createdAt),
        })}{' '}
        {closedAt !== undefined && closedBy !== undefined
          ? t('campaigns.closedBy', {
              user: userName(closedBy),
              day: format.date(closedAt),
            })
          : countedAt !== undefined &&
            t('campaigns.counted', { when: format.relative(countedAt) })}
      </Text>
    </Section>
  );
}

function Owners({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const title = t('campaigns.owners.title');
  return (
    <Section title={title} explanation={t('campaigns.owners.explanation')}>
      <FigureTable
        label={title}
        nameColumn={0}
        columns={[
          t('services.column.owner'),
          t('campaigns.owners.progress'),
          t('campaigns.owners.remaining'),
        ]}
        figures={1}
        rows={campaign.owners.map(row => {
          const { owner, remaining } = row;
          const name =
            owner === undefined
              ? t('buildsReport.owners.nobody')
              : refName(owner, 'group');
          return {
            key: owner ?? '',
            cells: [
              name,
              <Progress
                key="progress"
                campaign={{ ...campaign, ...row }}
                label={t('campaigns.progressOf', { name })}
              />,
              owner === undefined || remaining === 0 ? (
                format.number(remaining)
              ) : (
                <Link
                  key="remaining"
                  href={href({ campaign: campaign.id, owner })}
                >
                  {t('report.services', { count: remaining })}
                </Link>
              ),
            ],
          };
        })}
      />
      {campaign.moreOwners > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('campaigns.owners.more', { count: campaign.moreOwners })}
        </Text>
      )}
    </Section>
  );
}

/** One campaign: how far it is, by day and by owner, and what is left. */
export function CampaignView({ id }: { id: string }) {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const href = useReportHref('campaigns');
  const { value, error, reload } = useRequest(id, signal =>
    api.getCampaign(id, { signal }),
  );
  const back = <Link href={href({})}>{t('campaigns.all')}</Link>;
  if (!value) {
    return (
      <Stack>
        {back}
        {error ? (
          <RequestFailure
            error={error}
            what={t('campaigns.one')}
            missing={{
              title: t('campaigns.missing.title'),
              description: t('campaigns.missing.description'),
            }}
            onRetry={reload}
          />
        ) : (
          <Skeleton width="100%" height={360} />
        )}
      </Stack>
    );
  }
  return (
    <Stack>
      {back}
      <Head campaign={value} onChanged={reload} />
      {value.services > 0 && (
        <>
          <Columns>
            <Section
              title={t('campaigns.chart.title')}
              explanation={t('campaigns.chart.explanation')}
            >
              <BurnDownChart campaign={value} />
            </Section>
            <Owners campaign={value} />
          </Columns>
          <RemainingServices campaign={value} />
        </>
      )}
    </Stack>
  );
}
