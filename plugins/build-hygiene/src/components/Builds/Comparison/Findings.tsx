/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import {
  BuildComparison,
  ComparedFailure,
  ComparisonFinding,
} from '@build-hygiene/engine';
import { useFormat } from '../../../format';
import { useFailureTexts, useTranslation } from '../../../translation';
import { CodeText } from '../../CodeText';
import { Chip } from '../../Tone';
import { kindOf } from '../failureKind';
import { FailureKindIcon } from '../FailureKindIcon';
import { describeFinding } from './describeFinding';
import { EnvironmentTable } from './EnvironmentTable';
import styles from './Findings.module.css';

function SecondsMore({ side, seconds }: ComparisonFinding) {
  const { t } = useTranslation();
  const format = useFormat();
  if (seconds === undefined || side === undefined) {
    return null;
  }
  const text = { seconds: format.seconds(seconds) };
  return (
    <Chip tone={side === 'after' ? 'warning' : 'positive'}>
      {side === 'after'
        ? t('comparison.more', text)
        : t('comparison.less', text)}
    </Chip>
  );
}

function StageName({ values }: ComparisonFinding) {
  const { t } = useTranslation();
  const { stage, platform } = values;
  return stage === undefined && platform === undefined ? null : (
    <span className={styles.stage}>
      {[
        stage !== undefined && t('comparison.stage', { name: String(stage) }),
        platform,
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

function Failure({ failure }: { failure: ComparedFailure }) {
  const { t } = useTranslation();
  const { messageOf } = useFailureTexts();
  const kind = kindOf(failure.kind);
  return (
    <div className={styles.failure}>
      <div className={styles.kind}>
        <Chip tone="negative" strong icon={<FailureKindIcon kind={kind} />}>
          {t(`failureKind.${kind}`)}
        </Chip>
        <code className={styles.class}>{failure.class}</code>
        <Text variant="body-small" color="secondary">
          {failure.side === 'after'
            ? t('comparison.this')
            : t('comparison.other')}
        </Text>
      </div>
      <p className={styles.message}>
        <CodeText text={messageOf(failure)} />
      </p>
      {failure.line && <pre className={styles.line}>{failure.line}</pre>}
      {failure.shared && (
        <Text as="p" variant="body-small" color="secondary">
          {t('comparison.failure.shared')}
        </Text>
      )}
      {failure.suspects.length > 0 ? (
        <>
          <Text as="p" variant="body-small" weight="bold" color="secondary">
            {t('comparison.failure.suspects')}
          </Text>
          <EnvironmentTable
            label={t('comparison.failure.suspects')}
            differences={failure.suspects}
          />
        </>
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('comparison.failure.noSuspects')}
        </Text>
      )}
    </div>
  );
}

/** Why two builds differ, in sentences: failures first, then by seconds. */
export function Findings({ comparison }: { comparison: BuildComparison }) {
  const { findings, failures } = comparison;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.findings}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('comparison.findings')}
      </Text>
      {findings.length === 0 && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('comparison.noFindings')}
        </Text>
      )}
      <ul className={styles.list} aria-label={t('comparison.findings')}>
        {findings.map((finding, index) => (
          <li key={index} className={styles.finding}>
            <span className={styles.seconds}>
              <SecondsMore {...finding} />
            </span>
            <span className={styles.sentence}>
              <CodeText text={describeFinding(finding, { t, format })} />
              <StageName {...finding} />
            </span>
          </li>
        ))}
      </ul>
      {failures.map(failure => (
        <Failure key={failure.side} failure={failure} />
      ))}
    </div>
  );
}
