/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { CellMark } from './CellMark';
import { ModelCell, oneLine } from './matrixModel';
import styles from './CellTooltip.module.css';

const WIDTH = 320;
const MARGIN = 8;

/** Of the cell, in the frame's coordinates. */
export interface TooltipPlace {
  centre: number;
  top: number;
  bottom: number;
  width: number;
  above: boolean;
}

/** Why a cell is as it is. Shown on hover and on focus, gone with Escape. */
export function CellTooltip(props: {
  id: string;
  cell: ModelCell;
  place: TooltipPlace;
}) {
  const { id, cell, place } = props;
  const { t } = useTranslation();
  const { step, scenario } = cell;
  const left = Math.max(
    0,
    Math.min(place.centre - WIDTH / 2, place.width - WIDTH),
  );
  const outcome = cell.cell?.outcome;
  const more = scenario.changed.length - 1;
  return (
    <div
      id={id}
      role="tooltip"
      className={styles.tooltip}
      data-above={place.above || undefined}
      style={{
        width: WIDTH,
        left,
        top: place.above ? place.top - MARGIN : place.bottom + MARGIN,
      }}
    >
      <div className={styles.head}>
        {outcome && (
          <span className={styles.mark}>
            <CellMark outcome={outcome} follows={cell.follows} />
          </span>
        )}
        <strong>
          {outcome ? t(`matrix.outcome.${outcome}`) : t('matrix.notApplicable')}
        </strong>
        <span className={styles.when}>
          {t('matrix.when', {
            scenario: t(`matrix.scenario.${scenario.id}.name`),
          })}
        </span>
      </div>
      <code className={styles.code}>
        {step.line}&ensp;{oneLine(step.text)}
      </code>
      <p className={styles.why}>
        <CodeText text={cell.cell?.why ?? t('matrix.notApplicableWhy')} />
      </p>
      {scenario.changed.length > 0 && (
        <p className={styles.note}>
          {more > 0
            ? t('matrix.changedMore', {
                path: scenario.changed[0],
                count: more,
              })
            : t('matrix.changed', { path: scenario.changed[0] })}
        </p>
      )}
    </div>
  );
}
