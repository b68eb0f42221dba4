/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { renderBadge } from './renderBadge';

describe('renderBadge', () => {
  it.each([
    ['A', 97, '#1a7f37'],
    ['B', 84, '#4d7c0f'],
    ['C', 71, '#946200'],
    ['D', 62, '#b54708'],
    ['F', 12, '#c11c28'],
  ] as const)('shows grade %s in its colour', (grade, score, color) => {
    const svg = renderBadge({ grade, score });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(`build hygiene: ${grade} · ${score}`);
    expect(svg).toContain(`fill="${color}"`);
  });

  it('is grey without a score', () => {
    const svg = renderBadge(undefined);
    expect(svg).toContain('build hygiene: no score');
    expect(svg).toContain('fill="#57606a"');
  });

  it('loads nothing', () => {
    const svg = renderBadge({ grade: 'A', score: 100 });
    expect(svg).not.toMatch(/href|<script|url\(https?:/);
  });
});
