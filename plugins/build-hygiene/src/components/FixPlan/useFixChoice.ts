/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  FixPlanResponse,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useSearchState } from '../../routes';

/** Whoever ticks several boxes asks once. */
const DEBOUNCE_MILLISECONDS = 300;

/** Stands in the address for "no fix at all". */
const NONE = 'none';

/** The fixes that somebody chose, and what is known of them. */
export interface FixChoice {
  /** The rules of the plan, in its order. */
  rules: string[];
  /** Those of them that are chosen, in the same order. */
  chosen: string[];
  /** Whether all are, which is what the report's plan is about. */
  complete: boolean;
  choose: (rules: readonly string[]) => void;
  /** Whether the matrix shows what is after them. */
  applied: boolean;
  setApplied: (applied: boolean) => void;
  /** The last answer; while another one is awaited, of an earlier choice. */
  preview?: FixPlanResponse;
  /** Whether the answer for what is chosen now is still awaited. */
  pending: boolean;
  error?: Error;
  retry: () => void;
}

/**
 * The choice lives in the address. The backend is asked only for what the report
 * does not tell: a part of the plan, or the matrix after it.
 */
export function useFixChoice(detail: ServiceDetail): FixChoice {
  const { entityRef, report, scan } = detail;
  const api = useApi(buildHygieneApiRef);
  const { search, change } = useSearchState();
  const rules = useMemo(
    () => [...new Set(report?.plan?.fixes.map(({ rule }) => rule) ?? [])],
    [report],
  );
  const named = search.getAll('fix');
  const chosen =
    named.length === 0 ? rules : rules.filter(rule => named.includes(rule));
  const complete = chosen.length === rules.length;
  const applied = search.get('matrix') === 'after' && chosen.length > 0;
  const wanted =
    chosen.length > 0 && (applied || !complete)
      ? JSON.stringify([entityRef, scan.commit, scan.scannedAt, ...chosen])
      : undefined;
  const settled = useSettled(wanted);
  const request = useRequest(settled, signal =>
    api.planFixes({ entityRef, rules: chosen }, { signal }),
  );
  const asked = wanted !== undefined;
  return {
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
    preview: request.value,
    pending: asked && (request.loading || settled !== wanted),
    error: asked && settled === wanted ? request.error : undefined,
    retry: request.reload,
  };
}

/** The value once it has not changed for a moment; the first one at once. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) {
      return undefined;
    }
    const timer = setTimeout(
      () => setSettled(value),
      settled === undefined ? 0 : DEBOUNCE_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [settled, value]);
  return settled;
}
