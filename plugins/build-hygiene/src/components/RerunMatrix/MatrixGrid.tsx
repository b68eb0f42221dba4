/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  KeyboardEvent,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  RiBookOpenLine,
  RiBox3Line,
  RiFileCodeLine,
  RiFlaskLine,
  RiGitCommitLine,
  RiPlayCircleLine,
  RiStackLine,
} from '@remixicon/react';
import { MatrixUnit, ScenarioId } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import {
  countReruns,
  createMatrixModel,
  ModelCell,
  oneLine,
  shortText,
} from './matrixModel';
import { CellMark } from './CellMark';
import { CellTooltip, TooltipPlace } from './CellTooltip';
import styles from './MatrixGrid.module.css';

const SCENARIO_ICONS: Record<ScenarioId, React.ReactElement> = {
  source: <RiFileCodeLine aria-hidden />,
  modules: <RiBox3Line aria-hidden />,
  tests: <RiFlaskLine aria-hidden />,
  docs: <RiBookOpenLine aria-hidden />,
  ci: <RiPlayCircleLine aria-hidden />,
  dockerfile: <RiStackLine aria-hidden />,
  'commit-only': <RiGitCommitLine aria-hidden />,
};

interface Position {
  row: number;
  column: number;
}

/** Where a key leads in a grid of the given size; undefined for other keys. */
export function nextPosition(
  key: string,
  control: boolean,
  { row, column }: Position,
  rows: number,
  columns: number,
): Position | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'ArrowDown':
      return { row: Math.min(row + 1, rows - 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, columns - 1) };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: rows - 1, column };
    default:
      return undefined;
  }
}

export function MatrixGrid({ unit }: { unit: MatrixUnit }) {
  const { t } = useTranslation();
  const tooltipId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<Position>({ row: 0, column: 0 });
  const [shown, setShown] = useState<{
    position: Position;
    cell: ModelCell;
    place: TooltipPlace;
  }>();
  const stages = useMemo(() => createMatrixModel(unit), [unit]);
  const { scenarios, steps } = unit;

  const show = useCallback(
    (element: HTMLElement, at: Position, cell: ModelCell) => {
      const outer = frame.current?.getBoundingClientRect();
      if (!outer) {
        return;
      }
      const inner = element.getBoundingClientRect();
      setShown({
        position: at,
        cell,
        place: {
          centre: inner.left + inner.width / 2 - outer.left,
          top: inner.top - outer.top,
          bottom: inner.bottom - outer.top,
          width: outer.width,
          // Above, unless the window ends there.
          above: inner.top > 220,
        },
      });
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setShown(undefined);
      return;
    }
    const next = nextPosition(
      event.key,
      event.ctrlKey || event.metaKey,
      position,
      steps.length,
      scenarios.length,
    );
    if (!next) {
      return;
    }
    event.preventDefault();
    setPosition(next);
    frame.current
      ?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)
      ?.focus();
  };

  return (
    <div
      className={styles.frame}
      ref={frame}
      onMouseLeave={() => setShown(undefined)}
    >
      <div className={styles.scroller}>
        <table
          role="grid"
          aria-label={t('matrix.gridLabel', { unit: unit.id })}
          className={styles.grid}
          onKeyDown={onKeyDown}
          onBlur={() => setShown(undefined)}
        >
          <colgroup>
            <col className={styles.stepColumn} />
            {scenarios.map(({ id }) => (
              <col key={id} />
            ))}
          </colgroup>
          <thead>
            <tr role="row">
              <th role="columnheader" scope="col" className={styles.corner}>
                {t('matrix.stepColumn')}
              </th>
              {scenarios.map((scenario, column) => (
                <th
                  key={scenario.id}
                  role="columnheader"
                  scope="col"
                  className={styles.scenario}
                  data-off={!scenario.applicable || undefined}
                  data-lit={shown?.position.column === column || undefined}
                  title={scenario.changed.join('\n') || undefined}
                >
                  <span className={styles.scenarioIcon}>
                    {SCENARIO_ICONS[scenario.id]}
                  </span>
                  <span className={styles.scenarioName}>
                    {t(`matrix.scenario.${scenario.id}.name`)}
                  </span>
                  <span className={styles.scenarioHint}>
                    {scenario.applicable
                      ? t(`matrix.scenario.${scenario.id}.hint`)
                      : t('matrix.notApplicable')}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          {stages.map((stage, stageIndex) => (
            <tbody key={stageIndex}>
              <tr role="row">
                <th
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={scenarios.length + 1}
                  className={styles.stage}
                >
                  <span>{t('matrix.stage', { name: stage.name })}</span>
                </th>
              </tr>
              {stage.rows.map(({ step, row, cells }) => (
                <tr
                  key={step.index}
                  role="row"
                  className={styles.row}
                  data-lit={shown?.position.row === row || undefined}
                >
                  <th role="rowheader" scope="row" className={styles.step}>
                    <span className={styles.stepInner}>
                      <span
                        className={styles.line}
                        aria-label={t('matrix.line', {
                          line: String(step.line),
                        })}
                      >
                        {step.line}
                      </span>
                      <code className={styles.text} title={step.text}>
                        {shortText(step.text)}
                      </code>
                      {(step.kind === 'module-download' ||
                        step.kind === 'compile' ||
                        step.kind === 'package-install') && (
                        <span className={styles.kind}>
                          {t(`matrix.kind.${step.kind}`)}
                        </span>
                      )}
                    </span>
                  </th>
                  {cells.map((cell, column) => {
                    const at = { row, column };
                    const active =
                      position.row === row && position.column === column;
                    const open =
                      shown?.position.row === row &&
                      shown.position.column === column;
                    const outcome = cell.cell?.outcome;
                    return (
                      <td
                        key={cell.scenario.id}
                        role="gridcell"
                        className={styles.cell}
                        data-cell={`${row}:${column}`}
                        data-lit={
                          shown?.position.column === column || undefined
                        }
                        data-joins-above={cell.joinsAbove || undefined}
                        data-joins-below={cell.joinsBelow || undefined}
                        tabIndex={active ? 0 : -1}
                        aria-label={t('matrix.cellLabel', {
                          outcome: outcome
                            ? t(`matrix.outcome.${outcome}`)
                            : t('matrix.notApplicable'),
                          scenario: t(
                            `matrix.scenario.${cell.scenario.id}.name`,
                          ),
                          line: String(step.line),
                          text: oneLine(step.text),
                        })}
                        aria-describedby={open ? tooltipId : undefined}
                        onFocus={event => {
                          setPosition(at);
                          show(event.currentTarget, at, cell);
                        }}
                        onMouseEnter={event =>
                          show(event.currentTarget, at, cell)
                        }
                      >
                        {outcome ? (
                          <CellMark
                            outcome={outcome}
                            follows={cell.follows}
                            joinsAbove={cell.joinsAbove}
                            joinsBelow={cell.joinsBelow}
                          />
                        ) : (
                          <span className={styles.nothing} aria-hidden>
                            ·
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr role="row">
              <th role="rowheader" scope="row" className={styles.sumLabel}>
                {t('matrix.sum')}
              </th>
              {scenarios.map(scenario => (
                <td key={scenario.id} className={styles.sum} role="gridcell">
                  {scenario.applicable
                    ? t('matrix.sumValue', {
                        number: String(countReruns(scenario)),
                        total: String(steps.length),
                      })
                    : '–'}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {shown && (
        <CellTooltip id={tooltipId} cell={shown.cell} place={shown.place} />
      )}
    </div>
  );
}
