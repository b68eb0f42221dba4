/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId } from 'react';
import { Text, ToggleButton } from '@backstage/ui';
import { BuilderProfileKind } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { sourceLineUrl } from '../SourceExcerpt';
import { ToggleGroup } from '../ToggleGroup';
import { builderReason } from './builderReason';
import { MatrixView } from './matrixView';
import styles from './BuilderSwitch.module.css';

/** The kind of builder that the matrix is for, and why it is this one. */
export function BuilderSwitch(props: {
  builder: NonNullable<MatrixView['builder']>;
  scan?: ScanState;
  onChange: (kind: BuilderProfileKind) => void;
}) {
  const { builder, scan, onChange } = props;
  const { t } = useTranslation();
  const labelId = useId();
  const { shown, own, kinds } = builder;
  const { path, line } = own;
  const href =
    path && line
      ? sourceLineUrl(scan?.source, scan?.commit, path, line)
      : undefined;
  const place = path && (line ? `${path}:${line}` : path);
  return (
    <div className={styles.switch}>
      <div className={styles.choice}>
        <Text id={labelId} variant="body-small" weight="bold">
          {t('matrix.builder.label')}
        </Text>
        <ToggleGroup
          aria-labelledby={labelId}
          selectedKeys={[shown]}
          onSelectionChange={([key]) => {
            const kind = kinds.find(known => known === key);
            if (kind) {
              onChange(kind);
            }
          }}
        >
          {kinds.map(kind => (
            <ToggleButton key={kind} id={kind}>
              {t(`matrix.builder.kind.${kind}`)}
            </ToggleButton>
          ))}
        </ToggleGroup>
      </div>
      <p
        className={styles.reason}
        data-what-if={shown !== own.kind || undefined}
        aria-live="polite"
      >
        {shown === own.kind ? (
          <CodeText
            text={t('matrix.builder.own', { reason: builderReason(own, t) })}
          />
        ) : (
          <>
            <strong>{t('matrix.builder.whatIf')}</strong>{' '}
            {t('matrix.builder.other', {
              own: t(`matrix.builder.kind.${own.kind}`),
            })}
          </>
        )}
        {shown === own.kind && place && (
          <>
            {' '}
            <span className={styles.place}>
              {href ? (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {place}
                </a>
              ) : (
                place
              )}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
