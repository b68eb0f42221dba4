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

/** What a request ended with, and which one it was. */
interface Answer<T> {
  key: string;
  turn: number;
  value?: T;
  error?: Error;
}

/**
 * Runs a request when `key` changes and on `reload`; cancels it when it is no
 * longer wanted. `undefined` as key means: not now.
 */
export function useRequest<T>(
  key: string | undefined,
  request: (signal: AbortSignal) => Promise<T>,
): RequestState<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const [turn, setTurn] = useState(0);
  const latest = useRef(request);
  latest.current = request;

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    latest.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) {
          setAnswer({ key, turn, value });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          setAnswer(current => ({
            key,
            turn,
            // What another key showed is no answer to this one.
            value: current?.key === key ? current.value : undefined,
            error: error instanceof Error ? error : new Error(String(error)),
          }));
        }
      },
    );
    return () => controller.abort();
  }, [key, turn]);

  const reload = useCallback(() => setTurn(number => number + 1), []);
  return {
    value: answer?.value,
    error: answer?.error,
    // Told by what was answered, not kept: a page is drawn anew with the
    // request and with its answer, and not once more in between.
    loading: key !== undefined && (answer?.key !== key || answer.turn !== turn),
    reload,
  };
}
