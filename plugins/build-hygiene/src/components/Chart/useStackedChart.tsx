/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  YAxisProps,
} from 'recharts';
import { useFormat } from '../../format';
import {
  barProps,
  barTooltipProps,
  chartProps,
  gridProps,
  pointOf,
  timeAxisProps,
  valueAxisProps,
} from './chartParts';
import { LegendEntry } from './ChartFrame';
import { tooltipOf, TooltipText } from './ChartTooltip';
import { StripePattern, Stripes } from './StripePattern';
import { LineSwatch, Swatch } from './swatches';

/** What one part of every bar stands for. */
export interface StackedSeries<Point> {
  name: string;
  value: (point: Point) => number | undefined;
  colour: string;
  stripes?: Stripes;
  /** Round corners, for the part that ends a bar. */
  isTop?: boolean;
}

export interface StackedChartOptions<Point> {
  points: Point[];
  /** The point's time, in ISO 8601. */
  time: keyof Point & string;
  series: StackedSeries<Point>[];
  valueAxis?: Pick<
    YAxisProps,
    'allowDecimals' | 'tickCount' | 'tickFormatter' | 'width'
  >;
  describe: (point: Point) => TooltipText;
  /** A line across all bars. */
  line?: { name: string; value: number };
  onSelect?: (point: Point) => void;
}

/** A chart of stacked bars over time, and the entries of its key. */
export function useStackedChart<Point>(options: StackedChartOptions<Point>): {
  chart: ReactElement;
  legend: LegendEntry[];
} {
  const { points, time, series, valueAxis, describe, line, onSelect } = options;
  const format = useFormat();
  const prefix = `stack${useId().replace(/\W/g, '')}`;
  const fill = ({ stripes, colour }: StackedSeries<Point>, index: number) =>
    stripes ? `url(#${prefix}${index})` : colour;
  const stroke = ({ stripes, colour }: StackedSeries<Point>) =>
    stripes && colour;
  const legend = series.map((one, index) => ({
    name: one.name,
    swatch: <Swatch fill={fill(one, index)} stroke={stroke(one)} />,
  }));
  const chart = (
    <BarChart
      {...chartProps}
      data={points}
      onClick={state => {
        const point = pointOf<Point>(state);
        if (point) {
          onSelect?.(point);
        }
      }}
    >
      <defs>
        {series.map(
          ({ name, colour, stripes }, index) =>
            stripes && (
              <StripePattern
                key={name}
                id={`${prefix}${index}`}
                colour={colour}
                {...stripes}
              />
            ),
        )}
      </defs>
      <CartesianGrid {...gridProps} />
      <XAxis dataKey={time} tickFormatter={format.day} {...timeAxisProps} />
      <YAxis {...valueAxisProps} {...valueAxis} />
      <Tooltip {...barTooltipProps} content={tooltipOf(describe)} />
      {series.map((one, index) => (
        <Bar
          key={one.name}
          {...barProps}
          dataKey={one.value}
          stackId="stack"
          fill={fill(one, index)}
          stroke={stroke(one)}
          radius={one.isTop ? [4, 4, 0, 0] : undefined}
        />
      ))}
      {line && (
        <ReferenceLine
          y={line.value}
          stroke="var(--bui-fg-primary)"
          strokeDasharray="4 4"
          strokeOpacity={0.7}
        />
      )}
    </BarChart>
  );
  return {
    chart,
    legend: line
      ? [
          ...legend,
          {
            name: line.name,
            swatch: <LineSwatch stroke="var(--bui-fg-primary)" dash="4 4" />,
          },
        ]
      : legend,
  };
}
