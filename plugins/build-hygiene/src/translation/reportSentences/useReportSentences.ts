/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TextStore } from '../storedTexts';
import { Sentences } from './types';
import { useSentences } from './useSentences';

const store = TextStore.create<Sentences>({
  zh: async () => (await import('./zhSentences')).zhSentences,
});

/**
 * Says in the user's language what a report says of itself: why checks do not
 * apply, what the cache model cannot know, what could not be read, and what
 * speaks against a fix.
 */
export function useReportSentences(): (english: string) => string {
  return useSentences(store);
}
