/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Alert } from '@backstage/ui';
import { ReportedError } from '@build-hygiene/engine';
import { useReportSentences, useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import styles from './ReportErrors.module.css';

/** Files that could not be read in full. The other rules still count. */
export function ReportErrors({ errors }: { errors: ReportedError[] }) {
  const { t } = useTranslation();
  const say = useReportSentences();
  return (
    <Alert
      status="warning"
      icon
      title={t('parseErrors.title', { count: errors.length })}
      description={
        <>
          {t('parseErrors.description')}
          <ul className={styles.list}>
            {errors.map((error, index) => (
              <li key={index}>
                <code>
                  {error.path}
                  {error.line !== null && `:${error.line}`}
                </code>{' '}
                <CodeText text={say(error.message)} />
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
