/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { createRequire } from 'node:module';
import { createCase } from './createCase.mjs';
import { kinds } from './kinds.mjs';
import { Judge } from './Judge.mjs';
import { readSeeds } from './readSeeds.mjs';

const fromEngine = createRequire(
  new URL('../../packages/engine/package.json', import.meta.url),
);

/** One case in so many has all its fixes applied and scanned again. */
const PLAN_EACH = 20;

/** The cases of a run, and who judges them. */
export function loadCases({ bundle, corpus, seed }) {
  const engine = fromEngine(bundle);
  const seeds = readSeeds(engine.rules, corpus);
  const judge = new Judge(engine, fromEngine('diff').applyPatch);
  const create = number => createCase(number, { seeds, seed });
  return {
    create,
    judge: (
      number,
      { plan = Math.floor(number / kinds.length) % PLAN_EACH === 0 } = {},
    ) => judge.judge(create(number), { plan }),
  };
}
