/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleDescription } from '@build-hygiene/engine';
import { TextStore, useStoredTexts } from '../storedTexts';
import { RuleHelp, RuleHelps } from './types';

const store = TextStore.create<RuleHelps>({
  zh: async () => (await import('./zhHelp')).zhRuleHelp,
});

/** The help of a rule in the user's language, or else as the server sent it. */
export function useRuleHelp(
  rule: RuleDescription | undefined,
): RuleHelp | undefined {
  const helps = useStoredTexts(store);
  return rule && (helps?.[rule.id] ?? rule);
}
