/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { addArgument, BuildDraft, emptyDraft } from './BuildDraft';
import { CommandFlag, CommandWord, isOn, sortWords } from './commandWords';
import { isSameForBranch } from './isSameForBranch';
import { readCache } from './readCache';

/**
 * `docker build`, `docker buildx build`, `buildah build` and `podman build`:
 * the words behind the verb.
 */
export function readBuildFlags(
  tool: 'docker' | 'buildah' | 'podman',
  words: readonly CommandWord[],
): BuildDraft {
  const { flags, operands } = sortWords(words);
  const draft = emptyDraft(tool, 'folder');
  // A variable may stand for any flags, and one that is empty for none.
  const known = operands.filter(
    ({ written, value }) => value !== undefined || !written.startsWith('$'),
  );
  draft.partial = known.length !== 1 || operands.length > 1;
  draft.context = { text: known.length === 1 ? known[0].value : undefined };
  for (const flag of flags) {
    applyFlag(draft, flag);
  }
  draft.noCache = isOn(flags, 'no-cache');
  draft.pull = isOn(flags, 'pull') || isOn(flags, 'pull-always');
  draft.push =
    isOn(flags, 'push') ||
    flags.some(
      ({ name, word }) =>
        (name === 'output' || name === 'o') &&
        /type=registry|push=true/.test(word?.written ?? ''),
    );
  return draft;
}

function applyFlag(draft: BuildDraft, { name, word }: CommandFlag): void {
  switch (name) {
    case 'f':
    case 'file':
      draft.file = { text: word?.value };
      break;
    case 'target':
      draft.target = { text: word?.value };
      break;
    case 'build-arg':
      addAssignment(draft, word);
      break;
    case 'build-context': {
      const [context, value] = splitAssignment(word);
      if (context) {
        draft.namedContexts.push({ name: context, value });
      }
      break;
    }
    case 'cache-from':
      addCache(draft.cacheFrom, word);
      break;
    case 'cache-to':
      addCache(draft.cacheTo, word);
      break;
    default:
  }
}

function addCache(
  caches: BuildDraft['cacheFrom'],
  word: CommandWord | undefined,
): void {
  const cache = word && readCache(word.value ?? word.written);
  if (cache) {
    caches.push(cache);
  }
}

/** Adds a `--build-arg`. */
export function addAssignment(
  draft: BuildDraft,
  word: CommandWord | undefined,
): void {
  const [name, value] = splitAssignment(word);
  addArgument(draft, name, value);
  if (
    value === undefined &&
    word?.written.includes('=') &&
    isSameForBranch(word.written)
  ) {
    draft.branchArguments.push(name);
  }
  // BuildKit exports what a later build can import with the image itself.
  // https://docs.docker.com/build/cache/backends/inline/
  if (name === 'BUILDKIT_INLINE_CACHE' && value === '1') {
    draft.cacheTo.push({ type: 'inline', certain: true });
  }
}

/** `NAME=value`; the name alone takes a value that is not known here. */
function splitAssignment(
  word: CommandWord | undefined,
): [name: string, value?: string] {
  const written = word?.written ?? '';
  const equals = written.indexOf('=');
  if (equals < 0) {
    return [written];
  }
  const prefix = written.slice(0, equals + 1);
  return [
    written.slice(0, equals),
    word?.value?.startsWith(prefix)
      ? word.value.slice(prefix.length)
      : undefined,
  ];
}
