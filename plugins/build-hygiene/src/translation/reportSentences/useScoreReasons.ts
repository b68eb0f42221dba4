/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TextStore } from '../storedTexts';
import { Sentences } from './types';
import { useSentences } from './useSentences';

const store = TextStore.create<Sentences>({
  zh: async () => (await import('./zhSentences/scores')).scores,
});

/**
 * Says in the user's language why there is no score. Apart from the other
 * sentences, which are many, and which the card has no use for.
 */
export function useScoreReasons(): (english: string) => string {
  return useSentences(store);
}
