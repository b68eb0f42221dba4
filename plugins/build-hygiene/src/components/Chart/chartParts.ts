/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What all charts have in common. */
export const chartProps = {
  margin: { top: 8, right: 8, bottom: 0, left: 0 },
  // A chart is a picture; the figures beside it are for the keyboard.
  accessibilityLayer: false,
};

const tick = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

export const gridProps = {
  vertical: false,
  stroke: 'var(--bui-border-1)',
  strokeDasharray: '2 4',
};

export const timeAxisProps = {
  tick,
  tickLine: false,
  axisLine: { stroke: 'var(--bui-border-1)' },
  minTickGap: 24,
};

export const valueAxisProps = {
  tick,
  tickLine: false,
  axisLine: false,
  width: 56,
};

export const barTooltipProps = {
  isAnimationActive: false,
  cursor: { fill: 'var(--bui-fg-primary)', fillOpacity: 0.05 },
};

export const lineTooltipProps = {
  isAnimationActive: false,
  cursor: { stroke: 'var(--bui-border-1)' },
};

export const barProps = { maxBarSize: 28, isAnimationActive: false };

/** The point of a click on a chart. */
export function pointOf<Point>(
  state: { activePayload?: { payload?: unknown }[] } | null | undefined,
): Point | undefined {
  return state?.activePayload?.[0]?.payload as Point | undefined;
}
