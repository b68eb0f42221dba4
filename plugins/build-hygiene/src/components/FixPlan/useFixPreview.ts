/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  FixPlanResponse,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';

/** Whoever ticks several boxes asks once. */
const DEBOUNCE_MILLISECONDS = 300;

/** What the backend says of chosen fixes. */
export interface FixPreview {
  /** The last answer; while another one is awaited, of an earlier choice. */
  preview?: FixPlanResponse;
  /** Whether the answer for what is chosen now is still awaited. */
  pending: boolean;
  error?: Error;
  retry: () => void;
}

/** Tries the fixes of chosen rules, where that is wanted. */
export function useFixPreview(
  detail: ServiceDetail,
  options: { chosen: readonly string[]; wanted: boolean },
): FixPreview {
  const { entityRef, scan } = detail;
  const { chosen, wanted } = options;
  const api = useApi(buildHygieneApiRef);
  const key =
    wanted && chosen.length > 0
      ? JSON.stringify([entityRef, scan.commit, scan.scannedAt, ...chosen])
      : undefined;
  const settled = useSettled(key);
  const request = useRequest(settled, signal =>
    api.planFixes({ entityRef, rules: chosen }, { signal }),
  );
  const asked = key !== undefined;
  return {
    preview: request.value,
    pending: asked && (request.loading || settled !== key),
    error: asked && settled === key ? request.error : undefined,
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
