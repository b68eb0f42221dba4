/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fragment, useId } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import {
  BuildSummary,
  StepMeasure,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { Meter } from '../Meter';
import { RelativeTime } from '../RelativeTime';
import { hitRateTone } from '../Tone';
import { BuildPanel } from './BuildPanel';
import { FailureKind, kindOf } from './failureKind';
import { FailureKindIcon } from './FailureKindIcon';
import { OutcomeChip } from './OutcomeChip';
import styles from './BuildsTable.module.css';

function FailureKindName({ kind }: { kind: FailureKind }) {
  const { t } = useTranslation();
  return (
    <span className={styles.failure}>
      <FailureKindIcon kind={kind} />
      {t(`failureKind.${kind}`)}
    </span>
  );
}

/** Newest first; each opens to its step timeline. */
export function BuildsTable(props: {
  builds: BuildSummary[];
  /** What is usual of their steps, where it is known. */
  usual?: readonly StepMeasure[];
  open?: string;
  onToggle: (id: string | undefined) => void;
}) {
  const { builds, usual, open, onToggle } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const panelId = useId();
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={t('builds.tableLabel')}>
        <colgroup>
          <col className={styles.startedColumn} />
          <col className={styles.outcomeColumn} />
          <col className={styles.causeColumn} />
          <col />
          <col className={styles.rateColumn} />
          <col className={`${styles.numberColumn} ${styles.steps}`} />
          <col className={styles.numberColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('builds.column.started')}</th>
            <th scope="col">{t('builds.column.outcome')}</th>
            <th scope="col">{t('builds.column.cause')}</th>
            <th scope="col">{t('builds.column.commit')}</th>
            <th scope="col">{t('builds.column.hitRate')}</th>
            <th scope="col" className={`${styles.number} ${styles.steps}`}>
              {t('builds.column.steps')}
            </th>
            <th scope="col" className={styles.number}>
              {t('builds.column.stepTime')}
            </th>
          </tr>
        </thead>
        <tbody>
          {builds.map(build => {
            const isOpen = build.id === open;
            const { cache } = build;
            return (
              <Fragment key={build.id}>
                <tr className={styles.row} data-open={isOpen || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.button}
                      aria-expanded={isOpen}
                      aria-controls={isOpen ? panelId : undefined}
                      aria-label={t('builds.toggle', {
                        // The visible words belong to the name, too.
                        when: `${format.short(
                          build.startedAt,
                        )}, ${format.relative(build.startedAt)}`,
                      })}
                      onClick={() => onToggle(isOpen ? undefined : build.id)}
                    >
                      <RiArrowDownSLine
                        className={styles.chevron}
                        aria-hidden
                      />
                      <RelativeTime iso={build.startedAt} />
                    </button>
                  </th>
                  <td>
                    <OutcomeChip outcome={build.outcome} />
                  </td>
                  <td>
                    {build.failure && (
                      <FailureKindName kind={kindOf(build.failure.kind)} />
                    )}
                  </td>
                  <td className={styles.commit}>
                    {build.commit && <code>{build.commit.slice(0, 8)}</code>}{' '}
                    {build.runUrl && (
                      <Link
                        href={build.runUrl}
                        target="_blank"
                        rel="noopener noreferrer"
                        variant="body-small"
                      >
                        {t('builds.run')}
                      </Link>
                    )}{' '}
                    {build.branch && <span>{build.branch}</span>}
                  </td>
                  <td>
                    {cache.hitRate === undefined ? (
                      <span className={styles.none}>
                        {t('builds.notCounted')}
                      </span>
                    ) : (
                      <span className={styles.rate}>
                        <span className={styles.percent}>
                          {format.percent(cache.hitRate)}
                        </span>
                        <Meter
                          share={cache.hitRate}
                          tone={hitRateTone(cache.hitRate)}
                        />
                      </span>
                    )}
                  </td>
                  <td className={`${styles.number} ${styles.steps}`}>
                    {t('builds.cachedOf', {
                      cached: String(cache.cached),
                      cacheable: String(cache.cacheable),
                    })}
                  </td>
                  <td className={styles.number}>
                    {format.seconds(build.executedSeconds)}
                  </td>
                </tr>
                {isOpen && (
                  <tr className={styles.panel}>
                    <td colSpan={7} id={panelId}>
                      <div className={styles.open}>
                        <BuildPanel
                          id={build.id}
                          builds={builds}
                          usual={usual}
                        />
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
