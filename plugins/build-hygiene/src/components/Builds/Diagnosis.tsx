/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import {
  RiCloudOffLine,
  RiCpuLine,
  RiFileWarningLine,
  RiHardDrive3Line,
  RiLockLine,
  RiQuestionLine,
  RiServerLine,
  RiSettings3Line,
  RiTerminalBoxLine,
} from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { BuildFailure } from '@build-hygiene/engine';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Chip } from '../Tone';
import { kindOf } from './BuildsTable';
import styles from './Diagnosis.module.css';

const ICONS: Record<ReturnType<typeof kindOf>, React.ReactElement> = {
  network: <RiCloudOffLine aria-hidden />,
  auth: <RiLockLine aria-hidden />,
  filesystem: <RiFileWarningLine aria-hidden />,
  command: <RiTerminalBoxLine aria-hidden />,
  configuration: <RiSettings3Line aria-hidden />,
  cache: <RiHardDrive3Line aria-hidden />,
  resource: <RiCpuLine aria-hidden />,
  infrastructure: <RiServerLine aria-hidden />,
  unknown: <RiQuestionLine aria-hidden />,
};

/** Why a build failed: kind, class, sentence, the line, what to do. */
export function Diagnosis({ failure }: { failure: BuildFailure }) {
  const { t } = useTranslation();
  const { change } = useSearchState();
  const api = useApi(buildHygieneApiRef);
  const ruleset = useRequest('rules', signal => api.listRules({ signal }));
  const kind = kindOf(failure.kind);
  // A diagnosis may name rules that this ruleset does not have.
  const rules = failure.rules.filter(rule =>
    ruleset.value?.rules.some(({ id }) => id === rule),
  );
  return (
    <section className={styles.diagnosis} aria-label={t('diagnosis.label')}>
      <div className={styles.marks}>
        <Chip tone="negative" strong icon={ICONS[kind]}>
          {t(`failureKind.${kind}`)}
        </Chip>
        <code className={styles.class}>{failure.class}</code>
        <Text variant="body-small" color="secondary">
          {failure.transient
            ? t('diagnosis.transient')
            : t('diagnosis.permanent')}
        </Text>
      </div>
      <p className={styles.message}>
        <CodeText text={failure.message} />
      </p>
      {failure.step && (
        <p className={styles.step}>
          {t('diagnosis.step')} <code>{failure.step}</code>
        </p>
      )}
      {failure.line && (
        <figure className={styles.excerpt}>
          <figcaption>{t('diagnosis.line')}</figcaption>
          <pre className={styles.line}>{failure.line}</pre>
        </figure>
      )}
      <div className={styles.fix}>
        <Text as="h3" variant="body-small" weight="bold" color="secondary">
          {t('diagnosis.fix')}
        </Text>
        <p className={styles.paragraph}>
          <CodeText text={failure.fix} />
        </p>
      </div>
      {rules.length > 0 && (
        <div className={styles.rules}>
          <Text variant="body-small" color="secondary">
            {t('diagnosis.rules')}
          </Text>
          {rules.map(rule => (
            <button
              key={rule}
              type="button"
              className={styles.rule}
              onClick={() => {
                change({ state: 'all', q: rule, severity: undefined });
                document
                  .getElementById('checks')
                  ?.scrollIntoView({ block: 'start' });
              }}
            >
              {rule}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
