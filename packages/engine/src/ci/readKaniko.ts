/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildDraft, emptyDraft } from './BuildDraft';
import { CommandWord, isOn, sortWords } from './commandWords';
import { addAssignment } from './readBuildFlags';

/**
 * The words behind kaniko's `executor`. With `--cache` it keeps the layer of
 * each RUN in a registry.
 * https://github.com/GoogleContainerTools/kaniko#additional-flags
 */
export function readKaniko(words: readonly CommandWord[]): BuildDraft {
  const { flags, operands } = sortWords(words);
  const draft = emptyDraft('kaniko', 'folder');
  draft.partial = operands.length > 0;
  draft.push = !isOn(flags, 'no-push');
  for (const { name, word } of flags) {
    switch (name) {
      case 'c':
      case 'context':
        draft.context = { text: word?.value?.replace(/^dir:\/\//, '') };
        break;
      case 'context-sub-path':
        draft.context = {};
        break;
      case 'f':
      case 'dockerfile':
        draft.file = { text: word?.value };
        break;
      case 'target':
        draft.target = { text: word?.value };
        break;
      case 'build-arg':
        addAssignment(draft, word);
        break;
      default:
    }
  }
  if (isOn(flags, 'cache')) {
    const cache = { type: 'registry', mode: 'max', certain: true };
    draft.cacheFrom.push(cache);
    draft.cacheTo.push(cache);
  }
  return draft;
}
