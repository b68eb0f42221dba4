/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../../units/types';

/**
 * Whether a Dockerfile changes go.mod itself before it builds, as by
 * `go mod edit -dropreplace`, `sed -i … go.mod` or `-modfile=…`.
 */
export function changesModuleFile({ reachable }: BuildUnit): boolean {
  return reachable.some(({ instructions }) =>
    instructions.some(
      ({ keyword, text, heredocs }) =>
        (keyword === 'RUN' || keyword === 'ENV' || keyword === 'ARG') &&
        [text, ...heredocs.map(({ body }) => body)].some(body =>
          /\bgo\s+(?:mod\s+(?:edit|init)|work\s+(?:init|use|edit))\b|-modfile\b|\b(?:sed|awk|perl|grep|mv|cp|rm|ln)\b[^&;|]{0,300}\bgo\.mod\b|>\s{0,3}\S{0,100}go\.mod\b/.test(
            body,
          ),
        ),
    ),
  );
}
