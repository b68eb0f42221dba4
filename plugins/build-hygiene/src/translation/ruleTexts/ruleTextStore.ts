/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleTexts } from './types';

/** The languages besides English; each is loaded when somebody reads it. */
const loaders: Record<string, () => Promise<RuleTexts>> = {
  zh: async () => (await import('./zh')).zhRuleTexts,
};

const loaded = new Map<string, RuleTexts>();
const loading = new Set<string>();
const watchers = new Set<() => void>();

async function load(language: string): Promise<void> {
  const loader = Object.hasOwn(loaders, language)
    ? loaders[language]
    : undefined;
  if (!loader || loaded.has(language) || loading.has(language)) {
    return;
  }
  loading.add(language);
  try {
    loaded.set(language, await loader());
    watchers.forEach(watcher => watcher());
  } catch {
    // The English texts stay; the next part of a page tries again.
  } finally {
    loading.delete(language);
  }
}

/** The texts in a language, once they are there. */
export function loadedRuleTexts(language: string): RuleTexts | undefined {
  return loaded.get(language);
}

/** Loads the texts in a language, and says when they are there. */
export function watchRuleTexts(
  language: string,
  onLoaded: () => void,
): () => void {
  watchers.add(onLoaded);
  load(language);
  return () => watchers.delete(onLoaded);
}
