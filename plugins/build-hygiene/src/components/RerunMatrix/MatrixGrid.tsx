/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import {
  RiBookOpenLine,
  RiBox3Line,
  RiFileCodeLine,
  RiFlaskLine,
  RiGitCommitLine,
  RiPlayCircleLine,
  RiStackLine,
} from '@remixicon/react';
import { ScenarioId } from '@build-hygiene/engine';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { CellMark } from './CellMark';
import { CellTooltip } from './CellTooltip';
import { EarlierMatrix } from './compareViews';
import { createMatrixModel, oneLine, shortText } from './matrixModel';
import { MatrixSums } from './MatrixSums';
import { hasMeasuredSteps, MatrixView } from './matrixView';
import { nextPosition, Position } from './nextPosition';
import { useCellTooltip } from './useCellTooltip';
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

/** The matrix as a table that is one stop of the keyboard, with arrows inside. */
export function MatrixGrid(props: {
  name: string;
  view: MatrixView;
  /** Where the view is what comes after fixes: what was before them. */
  earlier?: EarlierMatrix;
}) {
  const { name, view, earlier } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const tooltipId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<Position>({ row: 0, column: 0 });
  const tooltip = useCellTooltip(frame);
  const stages = useMemo(
    () => createMatrixModel(view, earlier),
    [view, earlier],
  );
  const { scenarios, steps } = view;
  const timed = hasMeasuredSteps(view);
  const shown =
    tooltip.at &&
    stages.flatMap(({ rows }) => rows)[tooltip.at.row]?.cells[
      tooltip.at.column
    ];

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
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
    <div className={styles.frame} ref={frame} onMouseLeave={tooltip.leave}>
      <div className={styles.scroller} onScroll={tooltip.follow}>
        <table
          role="grid"
          aria-label={t('matrix.gridLabel', { unit: name })}
          className={styles.grid}
          data-timed={timed || undefined}
          onKeyDown={onKeyDown}
          onBlur={tooltip.blur}
        >
          <colgroup>
            <col className={styles.stepColumn} />
            {scenarios.map(({ id }) => (
              <col key={id} />
            ))}
            {timed && <col className={styles.timeColumn} />}
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
                  data-lit={tooltip.at?.column === column || undefined}
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
              {timed && (
                <th
                  role="columnheader"
                  scope="col"
                  className={styles.tookHead}
                  title={t('matrix.tookHint')}
                >
                  {t('matrix.took')}
                </th>
              )}
            </tr>
          </thead>
          {stages.map((stage, stageIndex) => (
            <tbody key={stageIndex}>
              <tr role="row">
                <th
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={scenarios.length + (timed ? 2 : 1)}
                  className={styles.stage}
                >
                  <span>{t('matrix.stage', { name: stage.name })}</span>
                </th>
              </tr>
              {stage.rows.map(({ step, row, added, cells }) => (
                <tr
                  key={step.index}
                  role="row"
                  className={styles.row}
                  data-lit={tooltip.at?.row === row || undefined}
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
                      {added && (
                        <span className={styles.added}>
                          {t('matrix.fixes.added')}
                        </span>
                      )}
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
                      tooltip.at?.row === row && tooltip.at.column === column;
                    const { look, was, improved } = cell;
                    return (
                      <td
                        key={cell.scenario.id}
                        role="gridcell"
                        className={styles.cell}
                        data-cell={`${row}:${column}`}
                        data-lit={tooltip.at?.column === column || undefined}
                        data-joins-above={cell.joinsAbove || undefined}
                        data-joins-below={cell.joinsBelow || undefined}
                        tabIndex={active ? 0 : -1}
                        aria-label={t(
                          was ? 'matrix.cellLabelWas' : 'matrix.cellLabel',
                          {
                            was: was ? t(`matrix.outcome.${was}`) : '',
                            outcome: look
                              ? t(`matrix.outcome.${look}`)
                              : t('matrix.notApplicable'),
                            scenario: t(
                              `matrix.scenario.${cell.scenario.id}.name`,
                            ),
                            line: String(step.line),
                            text: oneLine(step.text),
                          },
                        )}
                        aria-describedby={open ? tooltipId : undefined}
                        onFocus={event => {
                          setPosition(at);
                          tooltip.focus(at, event.currentTarget);
                        }}
                        onMouseEnter={event =>
                          tooltip.hover(at, event.currentTarget)
                        }
                        onMouseLeave={tooltip.leave}
                      >
                        {look ? (
                          <CellMark
                            look={look}
                            improved={improved}
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
                  {timed && (
                    <td role="gridcell" className={styles.took}>
                      {step.measuredSeconds === undefined
                        ? '–'
                        : format.seconds(step.measuredSeconds)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          ))}
          <MatrixSums view={view} before={earlier?.view} />
        </table>
      </div>
      {shown && tooltip.place && (
        <CellTooltip
          id={tooltipId}
          cell={shown}
          place={tooltip.place}
          onMouseLeave={tooltip.leave}
        />
      )}
    </div>
  );
}
