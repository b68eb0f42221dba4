/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { TextStore, useStoredTexts } from '../storedTexts';
import { translateMessage } from './translateMessage';
import { RuleMessages } from './types';

const store = TextStore.create<RuleMessages>({
  zh: async () => (await import('./zhMessages')).zhRuleMessages,
});

/** A message of a rule, given the one that the server sent. */
export type SayMessage = (rule: string, english: string) => string;

/**
 * Says in the user's language what rules find. What the server sent stays where
 * there is no other text: for English, for messages that this version does not
 * know, and until the texts are there.
 */
export function useRuleMessages(): SayMessage {
  const messages = useStoredTexts(store);
  return useCallback(
    (rule, english) => {
      const texts = messages?.[rule];
      return (texts && translateMessage(english, texts)) ?? english;
    },
    [messages],
  );
}
