/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { TextStore, useStoredTexts } from '../storedTexts';
import { RuleTitle, RuleTitles } from './types';

/** A title of a rule, given the one that the server sent. */
export type RuleTitleOf = (
  rule: string,
  part: keyof RuleTitle,
  english: string,
) => string;

const store = TextStore.create<RuleTitles>({
  zh: async () => (await import('./zhTitles')).zhRuleTitles,
});

/**
 * The titles of rules in the user's language. What the server sent stays where
 * there is no other text: for English, for rules that this version does not
 * know, and until the texts are there.
 */
export function useRuleTitles(): RuleTitleOf {
  const titles = useStoredTexts(store);
  return useCallback(
    (rule, part, english) => titles?.[rule]?.[part] ?? english,
    [titles],
  );
}
