/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fragment } from 'react';
import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import { CanaryKind, ProxyEntry } from '@build-hygiene/engine';
import { ModuleSourceBoard } from '@build-hygiene/plugin-build-hygiene-common';
import { Translate, useTranslation } from '../../translation';
import { Section } from '../Section';
import { Tone } from '../Tone';
import { hostName, outcomeText, outcomeTone } from './outcomeText';
import styles from './ModuleSources.module.css';

const KINDS: CanaryKind[] = ['public', 'private', 'missing'];

export function OutcomeIcon({ tone }: { tone: Tone }) {
  const icon = {
    positive: <RiCheckboxCircleLine />,
    warning: <RiErrorWarningLine />,
    negative: <RiCloseCircleLine />,
    announcement: <RiInformationLine />,
    neutral: <RiInformationLine />,
  }[tone];
  return (
    <span className={styles.icon} data-tone={tone} aria-hidden>
      {icon}
    </span>
  );
}

function entryName(t: Translate, { kind, url = '' }: ProxyEntry): string {
  switch (kind) {
    case 'url':
      return hostName(url);
    case 'direct':
      return t('sources.list.direct');
    case 'off':
      return t('sources.list.off');
    default:
      return kind satisfies never;
  }
}

/** The list with its separators in words, and what each kind of module gets. */
export function ListSection({ board }: { board: ModuleSourceBoard }) {
  const { t } = useTranslation();
  const { failover, canary } = board;
  if (!failover) {
    return null;
  }
  const { entries } = failover;
  const kinds = KINDS.filter(kind => failover.now[kind]);
  return (
    <Section
      title={t('sources.list.title')}
      explanation={t('sources.list.explanation')}
    >
      <ol className={styles.chain} aria-label={t('sources.list.label')}>
        {entries.map((entry, index) => {
          const before = entries[index - 1]?.fallback;
          return (
            <Fragment key={index}>
              <li>
                {before && (
                  <span className={styles.fallback}>
                    <code aria-hidden>
                      {before === 'any-error' ? '|' : ','}
                    </code>
                    {before === 'any-error'
                      ? t('sources.list.anyError')
                      : t('sources.list.notFound')}
                  </span>
                )}
                <span className={styles.entry} data-kind={entry.kind}>
                  {entryName(t, entry)}
                </span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      {failover.error !== undefined && (
        <p className={styles.outcome}>
          <OutcomeIcon tone="negative" />
          {t('sources.list.error', { error: failover.error })}
        </p>
      )}
      <ul className={styles.outcomes}>
        {kinds.map(kind => {
          const outcome = failover.now[kind]!;
          return (
            <li key={kind} className={styles.outcome}>
              <OutcomeIcon tone={outcomeTone(outcome, kind)} />
              <span>
                <strong>{t(`sources.kind.${kind}`)}</strong>{' '}
                {outcomeText(t, outcome, kind)}
              </span>
            </li>
          );
        })}
      </ul>
      <Text as="p" variant="body-small" color="secondary">
        {kinds.length === 0
          ? t('sources.list.unknown')
          : t('sources.list.canary', { canary: canary ?? '' })}
      </Text>
    </Section>
  );
}
