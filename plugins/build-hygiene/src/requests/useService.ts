/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../api';
import { useServiceChanges } from './useChanges';
import { RequestState, useRequest } from './useRequest';
import { useRescan } from './useRescan';

const POLL_MILLISECONDS = 3_000;
const POLL_LIMIT = 20;

function scanMark({ scan }: ServiceDetail): string {
  return [scan.status, scan.scannedAt, scan.error?.at].join('|');
}

/**
 * A service's state, and the means to scan it again. While a scan is awaited
 * it looks again now and then, and stops after a minute.
 */
export function useService(entityRef: string): RequestState<ServiceDetail> & {
  /** Undefined for who may not. */
  rescan?: () => Promise<void>;
  rescanning: boolean;
  /** Looks again until a scan is done that was asked for otherwise. */
  awaitScan: () => void;
} {
  const api = useApi(buildHygieneApiRef);
  const requestScan = useRescan(entityRef);
  const request = useRequest(entityRef, signal =>
    api.getService(entityRef, { signal }),
  );
  const { value, reload } = request;
  useServiceChanges(reload);
  const [awaited, setAwaited] = useState<{ mark: string; polls: number }>();

  const mark = value && scanMark(value);
  const pending = value?.scan.status === 'pending';
  useEffect(() => {
    if (!awaited && pending) {
      setAwaited({ mark: mark ?? '', polls: 0 });
    }
    if (awaited && mark !== awaited.mark) {
      setAwaited(undefined);
    }
  }, [awaited, mark, pending]);

  useEffect(() => {
    if (!awaited || awaited.polls >= POLL_LIMIT) {
      return undefined;
    }
    const timer = setTimeout(() => {
      reload();
      setAwaited(
        current => current && { ...current, polls: current.polls + 1 },
      );
    }, POLL_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [awaited, reload]);

  const awaitScan = () => setAwaited({ mark: mark ?? '', polls: 0 });

  const rescan =
    requestScan &&
    (async () => {
      if (await requestScan()) {
        awaitScan();
      }
    });

  const rescanning =
    awaited !== undefined && awaited.polls < POLL_LIMIT && !pending;
  return { ...request, rescan, rescanning, awaitScan };
}
