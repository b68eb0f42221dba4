/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useSyncExternalStore } from 'react';
import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { loadedRuleTexts, watchRuleTexts } from './ruleTextStore';
import { RuleText } from './types';

/** A text of a rule, given the one that the server sent. */
export type RuleTextOf = (
  rule: string,
  part: keyof RuleText,
  english: string,
) => string;

/**
 * The texts of rules in the user's language. What the server sent stays where
 * there is no other text: for English, for rules that this version does not
 * know, and until the texts are there.
 */
export function useRuleTexts(): RuleTextOf {
  // Not every test and host app registers a language; then it is English.
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  const subscribe = useCallback(
    (onLoaded: () => void) => watchRuleTexts(language, onLoaded),
    [language],
  );
  const texts = useSyncExternalStore(subscribe, () =>
    loadedRuleTexts(language),
  );
  return useCallback(
    (rule, part, english) => texts?.[rule]?.[part] ?? english,
    [texts],
  );
}
