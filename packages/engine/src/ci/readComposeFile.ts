/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DefinedBuild } from './DefinedBuild';
import { addArgument, BuildDraft, emptyDraft } from './BuildDraft';
import { readCache } from './readCache';
import { RemoteCache } from './types';
import { fillIn } from './unknownText';
import {
  at,
  entriesOf,
  itemsOf,
  readYaml,
  textAt,
  YamlValue,
} from './readYaml';

const noVariables: ReadonlyMap<string, string> = new Map();

/**
 * The images that the services of a compose file are built as. A variable has
 * the value that the file gives for want of another: `${TARGET:-runtime}`.
 * https://docs.docker.com/reference/compose-file/build/
 */
export function readComposeFile(path: string, source: string): DefinedBuild[] {
  return readYaml(source).flatMap(document =>
    entriesOf(at(document, 'services')).flatMap(([name, service]) => {
      const build = at(service, 'build');
      if (!build || build.kind === 'list' || at(build, 'dockerfile_inline')) {
        return [];
      }
      return [{ name, path, line: build.line, draft: readBuild(build) }];
    }),
  );
}

function readBuild(build: YamlValue): BuildDraft {
  const draft = emptyDraft('compose', 'context');
  if (build.kind === 'text') {
    draft.context = { text: valueOf(build.text) };
    return draft;
  }
  const given = (key: string) => {
    const text = textAt(build, key);
    return text === undefined ? undefined : { text: valueOf(text) };
  };
  draft.context = given('context') ?? { text: '.' };
  draft.file = given('dockerfile');
  draft.target = given('target');
  for (const [name, value] of assignmentsOf(at(build, 'args'))) {
    addArgument(draft, name, value);
  }
  for (const [name, value] of assignmentsOf(at(build, 'additional_contexts'))) {
    draft.namedContexts.push({ name, value });
  }
  draft.cacheFrom = cachesOf(at(build, 'cache_from'));
  draft.cacheTo = cachesOf(at(build, 'cache_to'));
  draft.noCache = textAt(build, 'no_cache') === 'true';
  draft.noCacheLine = draft.noCache ? at(build, 'no_cache')?.line : undefined;
  draft.pull = textAt(build, 'pull') === 'true';
  return draft;
}

/** A map, or a list of `NAME=value`. */
function assignmentsOf(
  value: YamlValue | undefined,
): [name: string, value: string | undefined][] {
  if (value?.kind === 'map') {
    return entriesOf(value).map(([name, entry]) => [
      name,
      entry.kind === 'text' && entry.text !== ''
        ? valueOf(entry.text)
        : undefined,
    ]);
  }
  return itemsOf(value).flatMap(item => {
    if (item.kind !== 'text') {
      return [];
    }
    const equals = item.text.indexOf('=');
    return equals < 0
      ? [[item.text, undefined]]
      : [[item.text.slice(0, equals), valueOf(item.text.slice(equals + 1))]];
  });
}

function cachesOf(value: YamlValue | undefined): RemoteCache[] {
  return itemsOf(value).flatMap(item => {
    const cache = item.kind === 'text' ? readCache(item.text) : undefined;
    return cache ? [{ ...cache, line: item.line }] : [];
  });
}

function valueOf(text: string): string | undefined {
  return fillIn(text, noVariables);
}
