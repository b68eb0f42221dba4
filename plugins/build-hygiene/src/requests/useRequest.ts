/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A request's life. `value` stays while the request runs again, so that a
 * reload or the next page does not empty the screen.
 */
export interface RequestState<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  reload: () => void;
}

/**
 * Runs a request when `key` changes and on `reload`; cancels it when it is no
 * longer wanted. `undefined` as key means: not now.
 */
export function useRequest<T>(
  key: string | undefined,
  request: (signal: AbortSignal) => Promise<T>,
): RequestState<T> {
  const [state, setState] = useState<{
    key?: string;
    value?: T;
    error?: Error;
    loading: boolean;
  }>({ loading: key !== undefined });
  const [turn, setTurn] = useState(0);
  const latest = useRef(request);
  latest.current = request;

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    setState(current => ({ ...current, loading: true }));
    latest.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) {
          setState({ key, value, loading: false });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          setState(current => ({
            key,
            // What another key showed is no answer to this one.
            value: current.key === key ? current.value : undefined,
            error: error instanceof Error ? error : new Error(String(error)),
            loading: false,
          }));
        }
      },
    );
    return () => controller.abort();
  }, [key, turn]);

  const reload = useCallback(() => setTurn(number => number + 1), []);
  return { ...state, reload };
}
