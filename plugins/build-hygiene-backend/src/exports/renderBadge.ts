/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { makeBadge } from 'badge-maker';

/** What a badge tells; nothing for what has no score, or is not to be seen. */
export interface BadgeScore {
  score: number;
  grade: Grade;
}

/** Dark enough for white text. */
const gradeColors: Readonly<Record<Grade, string>> = {
  A: '#1a7f37',
  B: '#4d7c0f',
  C: '#946200',
  D: '#b54708',
  F: '#c11c28',
};

const unknownColor = '#57606a';

/** Score and grade as an SVG of the size that badges in READMEs have. */
export function renderBadge(shown: BadgeScore | undefined): string {
  return makeBadge({
    label: 'build hygiene',
    labelColor: '#3f4650',
    message: shown ? `${shown.grade} · ${shown.score}` : 'no score',
    color: shown ? gradeColors[shown.grade] : unknownColor,
    style: 'flat',
  });
}
