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
import { TextStore } from './TextStore';

/** The texts in the user's language, once they are there; none for English. */
export function useStoredTexts<Texts>(
  store: TextStore<Texts>,
): Texts | undefined {
  // Not every test and host app registers a language; then it is English.
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  const subscribe = useCallback(
    (onLoaded: () => void) => store.watch(language, onLoaded),
    [store, language],
  );
  return useSyncExternalStore(subscribe, () => store.loaded(language));
}
