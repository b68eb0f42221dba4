/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { BuildContext } from '../../context/types';
import { TreeEntry } from '../../snapshot/types';
import { ContextCopy } from './contextCopies';

/** The files of the context that a copy takes, `--exclude` heeded. */
export function takenEntries(
  context: BuildContext,
  { sources, instruction, kind, parents }: ContextCopy,
): TreeEntry[] {
  return selectFiles(context, {
    sources: sources.flatMap(({ path, unknown }) => (unknown ? [] : [path])),
    exclude:
      kind === 'mount'
        ? []
        : instruction.flags.flatMap(({ name, value }) =>
            name === 'exclude' && value !== undefined ? [value] : [],
          ),
    parents,
  }).entries;
}
