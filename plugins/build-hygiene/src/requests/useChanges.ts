/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  changeSignalChannel,
  ChangeSignal,
} from '@build-hygiene/plugin-build-hygiene-common';

/** Scans of many services follow one another: a report waits for some. */
const REPORT_MILLISECONDS = 10_000;

/** Hears signals; nothing where Backstage's signals are not installed. */
function useSignals(onSignal: (signal: ChangeSignal) => void): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onSignal);
  latest.current = onSignal;
  useEffect(() => {
    const subscription = signals?.subscribe<ChangeSignal>(
      changeSignalChannel,
      signal => latest.current(signal),
    );
    return () => subscription?.unsubscribe();
  }, [signals]);
}

/** Calls when there is a new scan or a new build of the page's service. */
export function useServiceChanges(onChange: () => void): void {
  const { uid } = useEntity().entity.metadata;
  useSignals(({ uids }) => {
    if (uid !== undefined && uids.includes(uid)) {
      onChange();
    }
  });
}

/** Calls when there is something new of any service, but not all the time. */
export function useReportChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const missed = useRef(false);
  useSignals(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // Nobody looks at it: it is asked for once somebody does.
      missed.current = document.hidden;
      if (!document.hidden) {
        latest.current();
      }
    }, REPORT_MILLISECONDS);
  });
  useEffect(() => {
    const onVisible = () => {
      if (!document.hidden && missed.current) {
        missed.current = false;
        latest.current();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      clearTimeout(timer.current);
    };
  }, []);
}
