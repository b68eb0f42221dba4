/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { Sentences } from '../reportSentences/types';
import { TextStore, useStoredTexts } from '../storedTexts';
import { translateMessage } from './translateMessage';

const store = TextStore.create<Sentences>({
  zh: async () => (await import('./zhReviews')).zhReviews,
});

/**
 * Says in the user's language what to review of a fix, given what the server
 * sent. A fix may take in those of other rules, so that it can be theirs.
 */
export function useFixReviews(): (english: string) => string {
  const texts = useStoredTexts(store);
  return useCallback(
    english => (texts && translateMessage(english, texts)) ?? english,
    [texts],
  );
}
