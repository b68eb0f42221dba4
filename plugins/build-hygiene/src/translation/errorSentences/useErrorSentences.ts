/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../reportSentences/types';
import { useSentences } from '../reportSentences/useSentences';
import { TextStore } from '../storedTexts';

const store = TextStore.create<Sentences>({
  zh: async () => (await import('./zhErrors')).zhErrors,
});

/** Says in the user's language why a scan or a plan of fixes failed. */
export function useErrorSentences(): (english: string) => string {
  return useSentences(store);
}
