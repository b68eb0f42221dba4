/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { TextStore, useStoredTexts } from '../storedTexts';
import { translateSentence } from './translateSentence';
import { Sentences } from './types';

/**
 * Says stored sentences in the user's language. What the server sent stays for
 * English, for sentences that this version does not know, and until the texts
 * are there.
 */
export function useSentences(
  store: TextStore<Sentences>,
): (english: string) => string {
  const texts = useStoredTexts(store);
  return useCallback(
    english => (texts && translateSentence(english, texts)) ?? english,
    [texts],
  );
}
