/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useSearchState } from '../../routes';
import { ChosenFixes } from './chosenPlan';
import { rulesOfPlan } from './rulesOfPlan';
import { useFixPreview } from './useFixPreview';

/** Stands in the address for "no fix at all". */
const NONE = 'none';

/** The fixes that somebody chose, and what is known of them. */
export interface FixChoice extends ChosenFixes {
  /** Whether the matrix shows what is after them. */
  applied: boolean;
  setApplied: (applied: boolean) => void;
}

/**
 * The choice lives in the address. The backend is asked only for what the report
 * does not tell: a part of the plan, or the matrix after it.
 */
export function useFixChoice(detail: ServiceDetail): FixChoice {
  const { search, change } = useSearchState();
  const rules = useMemo(() => rulesOfPlan(detail), [detail]);
  const named = search.getAll('fix');
  const chosen =
    named.length === 0 ? rules : rules.filter(rule => named.includes(rule));
  const complete = chosen.length === rules.length;
  const applied = search.get('matrix') === 'after' && chosen.length > 0;
  const preview = useFixPreview(detail, {
    chosen,
    wanted: applied || !complete,
  });
  return {
    ...preview,
    rules,
    chosen,
    complete,
    choose: next => {
      const kept = rules.filter(rule => next.includes(rule));
      const part = kept.length > 0 ? kept : NONE;
      change({ fix: kept.length === rules.length ? undefined : part });
    },
    applied,
    setApplied: next => change({ matrix: next ? 'after' : undefined }),
  };
}
