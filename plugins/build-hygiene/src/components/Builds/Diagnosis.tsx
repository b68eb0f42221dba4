/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { BuildFailure } from '@build-hygiene/engine';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useReportHref, useSearchState } from '../../routes';
import { useFailureTexts, useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Chip } from '../Tone';
import { kindOf } from './failureKind';
import { FailureKindIcon } from './FailureKindIcon';
import styles from './Diagnosis.module.css';

/** Why a build failed: what kind of thing first, for people look for that. */
export function Diagnosis({ failure }: { failure: BuildFailure }) {
  const { t } = useTranslation();
  const { messageOf, fixOf } = useFailureTexts();
  const { change } = useSearchState();
  const ruleHref = useReportHref('rules');
  const api = useApi(buildHygieneApiRef);
  const ruleset = useRequest('rules', signal => api.listRules({ signal }));
  const kind = kindOf(failure.kind);
  // A diagnosis may name rules that this ruleset does not have.
  const rules = failure.rules.filter(rule =>
    ruleset.value?.rules.some(({ id }) => id === rule),
  );
  const { location } = failure;
  return (
    <section className={styles.diagnosis} aria-label={t('diagnosis.label')}>
      <div className={styles.kind}>
        <FailureKindIcon kind={kind} />
        <div>
          <Text as="h3" variant="title-small" weight="bold">
            {t(`failureKind.${kind}`)}
          </Text>
          <div className={styles.marks}>
            <code className={styles.class}>{failure.class}</code>
            <Chip tone={failure.transient ? 'announcement' : 'neutral'}>
              {failure.transient
                ? t('diagnosis.transient')
                : t('diagnosis.permanent')}
            </Chip>
          </div>
        </div>
      </div>
      <p className={styles.message}>
        <CodeText text={messageOf(failure)} />
      </p>
      <div>
        <Text as="h4" variant="body-small" weight="bold" color="secondary">
          {t('diagnosis.fix')}
        </Text>
        <p className={styles.paragraph}>
          <CodeText text={fixOf(failure)} />
        </p>
      </div>
      {rules.length > 0 && (
        <div>
          <Text as="h4" variant="body-small" weight="bold" color="secondary">
            {t('diagnosis.rules')}
          </Text>
          <ul className={styles.rules}>
            {rules.map(rule => (
              <li key={rule}>
                <button
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
                <Link
                  href={ruleHref({ q: rule })}
                  variant="body-small"
                  aria-label={t('diagnosis.ruleOf', { rule })}
                >
                  {t('diagnosis.rule')}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure.line && (
        <figure className={styles.excerpt}>
          <figcaption>{t('diagnosis.line')}</figcaption>
          <pre className={styles.line}>{failure.line}</pre>
        </figure>
      )}
      {failure.step && (
        <p className={styles.step}>
          {t('diagnosis.step')} <code>{failure.step}</code>
          {location && (
            <>
              {' · '}
              <code>
                {location.path}:{location.line}
              </code>
            </>
          )}
        </p>
      )}
    </section>
  );
}
