/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './chartParts';
export { ChartFigure } from './ChartFigure';
export { ChartFrame } from './ChartFrame';
export { tooltipOf } from './ChartTooltip';
export { LineSwatch } from './swatches';
export { useStackedChart } from './useStackedChart';
