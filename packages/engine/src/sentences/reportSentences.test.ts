/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { reportSentences } from './reportSentences';

describe('reportSentences', () => {
  it('are there once each', () => {
    expect(new Set(reportSentences).size).toBe(reportSentences.length);
  });

  it.each(reportSentences)('is a sentence: %s', reason => {
    expect(reason.replace(/\{[a-z]+\}/g, 'X')).toMatch(/^[^{}]+(?:[.?]|: X)$/);
  });
});
