/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { FleetAspect, fleetAspects } from '@build-hygiene/engine';
import {
  Campaign,
  CampaignRequest,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { fleetAspectTitle } from '../Fleet';
import { Surface } from '../Surface';
import { dayAhead } from '../Waivers/durations';
import { refName, today } from './campaignText';
import styles from './Campaigns.module.css';

const MOST_RULES = 20;

function useForm(campaign: CampaignRequest | undefined) {
  const [name, setName] = useState(campaign?.name ?? '');
  const [description, setDescription] = useState(campaign?.description ?? '');
  const [kind, setKind] = useState(campaign?.target.kind ?? 'rules');
  const [rules, setRules] = useState<string[]>(
    campaign?.target.kind === 'rules' ? campaign.target.rules : [],
  );
  const [aspect, setAspect] = useState<FleetAspect>(
    campaign?.target.kind === 'drift' ? campaign.target.aspect : 'go-image',
  );
  const [scope, setScope] = useState(campaign?.scope ?? {});
  const [dueOn, setDueOn] = useState(campaign?.dueOn ?? dayAhead(30));
  const isComplete =
    name.trim().length >= 3 &&
    (kind === 'drift' || (rules.length > 0 && rules.length <= MOST_RULES)) &&
    /^\d{4}-\d\d-\d\d$/.test(dueOn) &&
    (campaign !== undefined || dueOn >= today());
  const request: CampaignRequest = {
    name: name.trim(),
    ...(description.trim() !== '' && { description: description.trim() }),
    target: kind === 'rules' ? { kind, rules } : { kind, aspect },
    scope,
    dueOn,
  };
  return {
    ...{ name, setName, description, setDescription, kind, setKind },
    ...{ rules, setRules, aspect, setAspect, scope, setScope },
    ...{ dueOn, setDueOn, isComplete, request },
  };
}

/** Starts a campaign, or changes one. */
export function CampaignDialog(props: {
  /** The one to change; a new one without. */
  campaign?: Campaign;
  onClose: () => void;
  onSaved: (campaign: Campaign) => void;
}) {
  const { campaign, onClose, onSaved } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const form = useForm(campaign);
  const [error, setError] = useState<string>();
  const [sending, setSending] = useState(false);
  const known = useRequest('rules', signal => api.listRules({ signal }));
  const { value: facets } = useRequest('facets', signal =>
    api.listFacets({ signal }),
  );
  const { kind, request, scope, setScope } = form;

  const submit = async () => {
    setSending(true);
    setError(undefined);
    try {
      const saved = campaign
        ? await api.updateCampaign(campaign.id, request)
        : await api.createCampaign(request);
      onClose();
      onSaved(saved);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      setSending(false);
    }
  };

  const scopes = [
    { name: 'owner', options: facets?.owners, kind: 'group' },
    { name: 'system', options: facets?.systems, kind: 'system' },
    { name: 'lifecycle', options: facets?.lifecycles, kind: undefined },
  ] as const;
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={600}>
      <DialogHeader>
        {campaign ? t('campaigns.dialog.edit') : t('campaigns.dialog.start')}
      </DialogHeader>
      <DialogBody>
        <Surface>
          <div className={styles.form}>
            <TextField
              label={t('campaigns.dialog.name')}
              value={form.name}
              onChange={form.setName}
              maxLength={100}
              isRequired
            />
            <RadioGroup
              label={t('campaigns.dialog.target')}
              value={kind}
              onChange={value =>
                form.setKind(value === 'drift' ? 'drift' : 'rules')
              }
            >
              <Radio value="rules">{t('campaigns.dialog.rules')}</Radio>
              <Radio value="drift">{t('campaigns.dialog.drift')}</Radio>
            </RadioGroup>
            {kind === 'rules' ? (
              <Select
                label={t('campaigns.dialog.whichRules')}
                placeholder={t('campaigns.dialog.choose')}
                description={t('campaigns.dialog.mostRules')}
                selectionMode="multiple"
                searchable
                options={(known.value?.rules ?? []).map(({ id }) => ({
                  id,
                  label: id,
                }))}
                value={form.rules}
                onChange={keys => form.setRules(keys.map(String))}
              />
            ) : (
              <Select
                label={t('campaigns.dialog.aspect')}
                options={fleetAspects.map(id => ({
                  id,
                  label: fleetAspectTitle(id, t),
                }))}
                value={form.aspect}
                onChange={key =>
                  form.setAspect(
                    fleetAspects.find(one => one === key) ?? 'go-image',
                  )
                }
              />
            )}
            <div className={styles.scopes}>
              {scopes.map(({ name, options = scope[name] ?? [], ...facet }) => (
                <Select
                  key={name}
                  label={t(`services.filter.${name}`)}
                  placeholder={t('campaigns.dialog.any')}
                  selectionMode="multiple"
                  searchable={options.length > 8}
                  options={options.map(id => ({
                    id,
                    label: facet.kind ? refName(id, facet.kind) : id,
                  }))}
                  value={scope[name] ?? []}
                  onChange={keys =>
                    setScope({
                      ...scope,
                      [name]: keys.length > 0 ? keys.map(String) : undefined,
                    })
                  }
                />
              ))}
            </div>
            <TextField
              label={t('campaigns.dialog.due')}
              // The field passes it on; its type lists text-like inputs only.
              type={'date' as 'text'}
              value={form.dueOn}
              onChange={form.setDueOn}
              isRequired
            />
            <TextAreaField
              label={t('campaigns.dialog.description')}
              value={form.description}
              onChange={form.setDescription}
              maxLength={1_000}
              rows={3}
            />
            {campaign && (
              <Alert
                status="info"
                icon
                description={t('campaigns.dialog.begins')}
              />
            )}
            {error !== undefined && (
              <div role="alert">
                <Alert
                  status="danger"
                  icon
                  title={t('campaigns.failed')}
                  description={error}
                />
              </div>
            )}
          </div>
        </Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('action.cancel')}
        </Button>
        <Button
          isDisabled={!form.isComplete || sending}
          isPending={sending}
          onPress={submit}
        >
          {campaign ? t('campaigns.dialog.save') : t('campaigns.start')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
