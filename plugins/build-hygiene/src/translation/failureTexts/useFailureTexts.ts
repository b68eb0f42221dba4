/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { BuildFailure } from '@build-hygiene/engine';
import { TextStore, useStoredTexts } from '../storedTexts';
import { fillFailureText } from './fillFailureText';
import { FailureTexts } from './types';

/** The texts of a failure in the user's language. */
export interface FailureTextsOf {
  messageOf(
    failure: Pick<BuildFailure, 'class' | 'message' | 'values'>,
  ): string;
  fixOf(failure: Pick<BuildFailure, 'class' | 'fix'>): string;
}

const store = TextStore.create<FailureTexts>({
  zh: async () => (await import('./zhFailures')).zhFailures,
});

/**
 * What the server sent stays where there is no other text: for English, for
 * classes that this version does not know, and until the texts are there.
 */
export function useFailureTexts(): FailureTextsOf {
  const texts = useStoredTexts(store);
  return useMemo(
    () => ({
      messageOf: ({ class: id, message, values }) => {
        const template = texts?.[id]?.message;
        // Builds that an earlier version took in have a sentence, and no values.
        const isWhole = values !== undefined || !template?.includes('{');
        return template !== undefined && isWhole
          ? fillFailureText(template, values ?? {})
          : message;
      },
      fixOf: ({ class: id, fix }) => texts?.[id]?.fix ?? fix,
    }),
    [texts],
  );
}
