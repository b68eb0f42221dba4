/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { Category, gradeFloors } from '@build-hygiene/engine';
import {
  OwnerCategoryScore,
  OwnerMatrix,
  OwnerScores,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Scroller } from '../FigureTable/Scroller';
import { CATEGORIES } from '../Report/serviceQuery';
import { gradeTone, Tone } from '../Tone';
import styles from './OwnerMatrix.module.css';

function scoreTone(score: number): Tone {
  return gradeTone(gradeFloors.find(({ from }) => score >= from)?.grade);
}

function ownerName(owner: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(owner), { defaultKind: 'group' });
  } catch {
    return owner;
  }
}

function CategoryCell(props: { owner?: string; cell?: OwnerCategoryScore }) {
  const { owner, cell } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  if (!cell) {
    return <td className={styles.none}>–</td>;
  }
  const { category, score, failing, services } = cell;
  const figure = format.number(Math.floor(score));
  const isLink = failing > 0 && owner !== undefined;
  const note = t('owners.failing', {
    number: format.number(failing),
    services: format.number(services),
  });
  return (
    <td>
      <span className={styles.cell} data-tone={scoreTone(score)}>
        {isLink ? (
          <Link
            href={href({ owner, category })}
            className={styles.score}
            aria-label={`${ownerName(owner)}, ${t(
              `category.${category}`,
            )}: ${figure}. ${note}`}
          >
            {figure}
          </Link>
        ) : (
          <span className={styles.score}>{figure}</span>
        )}
        {/* The link has said it. */}
        <span className={styles.note} aria-hidden={isLink || undefined}>
          {failing > 0 ? note : t('owners.allPass')}
        </span>
      </span>
    </td>
  );
}

function OwnerRow(props: { row: OwnerScores; categories: Category[] }) {
  const { row, categories } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const { owner, services, score } = row;
  return (
    <tr>
      <th scope="row">
        {owner === undefined ? (
          t('buildsReport.owners.nobody')
        ) : (
          <Link href={href({ owner })}>{ownerName(owner)}</Link>
        )}
        <span className={styles.note}>
          {t('report.services', { count: services })}
        </span>
      </th>
      <td className={styles.mean}>
        {score === undefined ? '–' : format.number(Math.floor(score))}
      </td>
      {categories.map(category => (
        <CategoryCell
          key={category}
          owner={owner}
          cell={row.categories.find(cell => cell.category === category)}
        />
      ))}
    </tr>
  );
}

/** Owners in rows, those categories in columns that any of them has. */
export function OwnerMatrixTable({ matrix }: { matrix: OwnerMatrix }) {
  const { t } = useTranslation();
  const label = t('owners.title');
  const categories = CATEGORIES.filter(category =>
    matrix.items.some(item =>
      item.categories.some(cell => cell.category === category),
    ),
  );
  return (
    <Scroller label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('services.column.owner')}</th>
            <th scope="col">{t('services.column.score')}</th>
            {categories.map(category => (
              <th key={category} scope="col">
                {t(`category.${category}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.items.map(row => (
            <OwnerRow key={row.owner ?? ''} row={row} categories={categories} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
