/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export interface Stripes {
  angle: number;
  gap: number;
}

/** A pattern of stripes on a colour, told apart without seeing the colour. */
export function StripePattern(props: Stripes & { id: string; colour: string }) {
  const { id, colour, angle, gap } = props;
  return (
    <pattern
      id={id}
      width={gap}
      height={gap}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect width={gap} height={gap} fill={colour} fillOpacity={0.35} />
      <rect width={gap / 2} height={gap} fill={colour} />
    </pattern>
  );
}
