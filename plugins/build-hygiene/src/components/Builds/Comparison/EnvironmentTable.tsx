/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import {
  EnvironmentAspect,
  EnvironmentDifference,
} from '@build-hygiene/engine';
import { useTranslation } from '../../../translation';
import styles from './ComparisonTable.module.css';

function valueText(aspect: EnvironmentAspect, value: string): string {
  return aspect === 'revision' ? value.slice(0, 12) : value;
}

/** What two builds did not run with alike. */
export function EnvironmentTable(props: {
  label: string;
  differences: readonly EnvironmentDifference[];
}) {
  const { label, differences } = props;
  const { t } = useTranslation();
  if (differences.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('comparison.environmentSame')} {t('comparison.environmentHint')}
      </Text>
    );
  }
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('comparison.column.what')}</th>
          <th scope="col">{t('comparison.column.before')}</th>
          <th scope="col">{t('comparison.column.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ aspect, name, before, after }) => (
          <tr key={`${aspect} ${name}`}>
            <th scope="row">
              {t(`comparison.aspect.${aspect}`)}
              {name !== undefined && <code>{name}</code>}
            </th>
            {[before, after].map((value, index) => (
              <td
                key={index}
                data-label={
                  index === 0
                    ? t('comparison.column.before')
                    : t('comparison.column.after')
                }
              >
                {value === undefined ? (
                  <span className={styles.quiet}>
                    {t('comparison.notTold')}
                  </span>
                ) : (
                  <code>{valueText(aspect, value)}</code>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
