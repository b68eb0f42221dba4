/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade, Severity } from '@build-hygiene/engine';

/** What a colour says. Each is always accompanied by a word or an icon. */
export type Tone =
  | 'positive'
  | 'warning'
  | 'negative'
  | 'announcement'
  | 'neutral';

export function gradeTone(grade: Grade | undefined): Tone {
  switch (grade) {
    case 'A':
    case 'B':
      return 'positive';
    case 'C':
    case 'D':
      return 'warning';
    case 'F':
      return 'negative';
    case undefined:
      return 'neutral';
    default:
      return grade satisfies never;
  }
}

export function severityTone(severity: Severity): Tone {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'negative';
    case 'medium':
      return 'warning';
    case 'low':
      return 'announcement';
    case 'info':
      return 'neutral';
    default:
      return severity satisfies never;
  }
}

/** Hit rates: the two ends are those of the score, 20 % and 80 %. */
export function hitRateTone(share: number): Tone {
  if (share >= 0.8) {
    return 'positive';
  }
  return share >= 0.4 ? 'warning' : 'negative';
}
