/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MouseEvent } from 'react';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { CellMark } from './CellMark';
import { cellReason } from './cellReason';
import { ModelCell, shortText } from './matrixModel';
import styles from './CellTooltip.module.css';

const WIDTH = 320;

/** Of the cell, in the frame's coordinates. */
export interface TooltipPlace {
  centre: number;
  top: number;
  bottom: number;
  cellWidth: number;
  width: number;
  above: boolean;
}

/**
 * Why a cell is as it is. A bridge as wide as the cell closes the gap to it, so
 * that the pointer can be moved onto the tooltip.
 */
export function CellTooltip(props: {
  id: string;
  cell: ModelCell;
  place: TooltipPlace;
  onMouseLeave: (event: MouseEvent) => void;
}) {
  const { id, cell, place, onMouseLeave } = props;
  const { t } = useTranslation();
  const left = Math.max(
    0,
    Math.min(place.centre - WIDTH / 2, place.width - WIDTH),
  );
  return (
    <div
      id={id}
      role="tooltip"
      className={styles.tooltip}
      data-above={place.above || undefined}
      onMouseLeave={onMouseLeave}
      style={{
        width: WIDTH,
        left,
        top: place.above ? place.top : place.bottom,
      }}
    >
      <span
        className={styles.bridge}
        style={{
          left: place.centre - left - place.cellWidth / 2,
          width: place.cellWidth,
        }}
        aria-hidden
      />
      <div className={styles.box}>
        <div className={styles.head}>
          {cell.look && (
            <span className={styles.mark}>
              <CellMark look={cell.look} improved={cell.improved} />
            </span>
          )}
          <strong>
            {cell.look
              ? t(`matrix.outcome.${cell.look}`)
              : t('matrix.notApplicable')}
          </strong>
          <span className={styles.when}>
            {t('matrix.when', {
              scenario: t(`matrix.scenario.${cell.scenario.id}.name`),
            })}
          </span>
        </div>
        <code className={styles.code}>
          {cell.step.line}&ensp;{shortText(cell.step.text)}
        </code>
        {cell.was && (
          <p className={styles.why}>
            {t('matrix.fixes.was', {
              outcome: t(`matrix.outcome.${cell.was}`),
            })}
          </p>
        )}
        <Why cell={cell} />
        <Assumed changed={cell.scenario.changed} />
      </div>
    </div>
  );
}

/** The commit's reason, then the builder's. */
function Why({ cell: { cell, look } }: { cell: ModelCell }) {
  const { t } = useTranslation();
  return (
    <>
      {/* What is not kept is cached as far as the commit goes. */}
      {look !== 'not-kept' && (
        <p className={styles.why}>
          <CodeText
            text={cell ? cellReason(cell, t) : t('matrix.notApplicableWhy')}
          />
        </p>
      )}
      {cell?.builder && (
        <p className={styles.why}>{t(`matrix.effect.${cell.builder}`)}</p>
      )}
    </>
  );
}

function Assumed({ changed }: { changed: string[] }) {
  const { t } = useTranslation();
  const [path] = changed;
  if (path === undefined) {
    return null;
  }
  const more = changed.length - 1;
  return (
    <p className={styles.note}>
      {more > 0
        ? t('matrix.changedMore', { path, count: more })
        : t('matrix.changed', { path })}
    </p>
  );
}
