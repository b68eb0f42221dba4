/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a change sets; `undefined` takes the parameter away. */
export type SearchChange = Record<string, string | string[] | undefined>;

/**
 * State that lives in the address, so that it can be shared and survives
 * reload and "back". The only place that knows the router.
 */
export function useSearchState(): {
  search: URLSearchParams;
  change: (change: SearchChange) => void;
} {
  const [search, setSearch] = useSearchParams();
  // The router's setter is another one with each address; `change` is not, so
  // that what takes it need not be drawn anew.
  const latest = useRef(setSearch);
  latest.current = setSearch;
  const change = useCallback(
    (changes: SearchChange) =>
      latest.current(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(changes)) {
            next.delete(name);
            for (const one of Array.isArray(value) ? value : [value]) {
              if (one !== undefined && one !== '') {
                next.append(name, one);
              }
            }
          }
          return next;
        },
        { replace: true },
      ),
    [],
  );
  return { search, change };
}
