/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { folderOf } from '../snapshot/repositoryPath';
import { BuildDraft, emptyDraft } from './BuildDraft';
import { Definitions } from './Definitions';
import { CommandWord } from './commandWords';
import { REPOSITORY_ROOT } from './placeBuild';
import { addAssignment } from './readBuildFlags';
import { isRemoteDriver } from './readBuildCommand';
import { readCache } from './readCache';
import { LocatedDraft } from './readScriptBuilds';
import { at, textAt, YamlValue } from './readYaml';
import { RemoteCache } from './types';
import { mapExpressions } from './unknownText';

/** What a step that uses an action does for images. */
export interface ActionStep {
  builds: LocatedDraft[];
  /** Whether the job's builds run on a machine that outlives it. */
  remoteBuilder: boolean;
  /** Whether it carries what is in cache mounts from job to job. */
  cacheMountsKept: boolean;
  /** Whether it carries layers from job to job, without the build's knowledge. */
  layersKept: boolean;
}

/** Builders with disks that outlive the job, in place of the action's own. */
const remoteActions =
  /^(?:depot\/|useblacksmith\/(?:build-push-action|setup-docker-builder)|namespacelabs\/nscloud-setup-buildx-action|warpbuilds\/build-push-action)/i;

/** Actions that save all images of the job and load them in the next one. */
const layerActions = /(?:docker-layer-caching|\/docker-cache)$/i;

/** https://docs.docker.com/build/ci/github-actions/cache/#cache-mounts */
const cacheMountActions = /\/buildkit-cache-dance$/i;

/**
 * Reads a step with `uses:`.
 * https://github.com/docker/build-push-action#inputs
 * https://github.com/docker/bake-action#inputs
 */
export function readActionStep(
  step: YamlValue,
  {
    definitions,
    environment,
  }: {
    definitions: Definitions;
    /** Values of `env` that are known. */
    environment: ReadonlyMap<string, string>;
  },
): ActionStep {
  const nothing: ActionStep = {
    builds: [],
    remoteBuilder: false,
    cacheMountsKept: false,
    layersKept: false,
  };
  const uses = textAt(step, 'uses');
  const action = uses?.split('@')[0].trim();
  if (!action) {
    return nothing;
  }
  const inputs = at(step, 'with');
  if (remoteActions.test(action)) {
    return { ...nothing, remoteBuilder: true };
  }
  const valueOf = (text: string) => resolveInput(text, environment);
  const line = at(step, 'uses')?.line ?? step.line;
  switch (action.toLowerCase()) {
    case 'docker/setup-buildx-action':
      return {
        ...nothing,
        remoteBuilder:
          isRemoteDriver(textAt(inputs, 'driver')) ||
          /^(?:tcp|ssh):\/\//.test(textAt(inputs, 'endpoint') ?? ''),
      };
    case 'docker/build-push-action': {
      const draft = readBuildPush(inputs, valueOf);
      return { ...nothing, builds: [{ draft, line, folder: '' }] };
    }
    case 'docker/bake-action':
      return {
        ...nothing,
        builds: readBake(inputs, { valueOf, definitions, line }),
      };
    default:
      return {
        ...nothing,
        cacheMountsKept: cacheMountActions.test(action),
        layersKept: layerActions.test(action),
      };
  }
}

type ValueOf = (text: string) => string | undefined;

function readBuildPush(
  inputs: YamlValue | undefined,
  valueOf: ValueOf,
): BuildDraft {
  const draft = emptyDraft('build-push-action', 'folder');
  const given = (name: string) => {
    const text = textAt(inputs, name);
    return text === undefined || text.trim() === ''
      ? undefined
      : { text: valueOf(text.trim()) };
  };
  const context = textAt(inputs, 'context')?.trim();
  const subfolder = /^\{\{\s*defaultContext\s*\}\}:?([^]*)$/.exec(
    context ?? '{{defaultContext}}',
  )?.[1];
  if (subfolder !== undefined) {
    // The commit itself, fetched by git: paths are those of the repository.
    draft.gitContext = true;
    draft.fileFrom = 'context';
    draft.context = { text: `${REPOSITORY_ROOT}/${subfolder}` };
  } else {
    draft.context = given('context');
  }
  draft.file = given('file');
  draft.target = given('target');
  for (const { text } of linesOf(inputs, 'build-args')) {
    addAssignment(draft, wordOf(text, valueOf));
  }
  for (const { text } of linesOf(inputs, 'build-contexts')) {
    const equals = text.indexOf('=');
    if (equals > 0) {
      draft.namedContexts.push({
        name: text.slice(0, equals),
        value: valueOf(text.slice(equals + 1)),
      });
    }
  }
  draft.cacheFrom = cachesOf(inputs, 'cache-from', valueOf);
  draft.cacheTo.push(...cachesOf(inputs, 'cache-to', valueOf));
  draft.noCache = textAt(inputs, 'no-cache')?.trim() === 'true';
  draft.noCacheLine = draft.noCache ? at(inputs, 'no-cache')?.line : undefined;
  draft.pull = textAt(inputs, 'pull')?.trim() === 'true';
  draft.push = isPushed(inputs);
  return draft;
}

function isPushed(inputs: YamlValue | undefined): boolean | undefined {
  const push = textAt(inputs, 'push')?.trim() ?? 'false';
  const outputs = textAt(inputs, 'outputs') ?? '';
  if (push === 'true' || /type=registry|push=true/.test(outputs)) {
    return true;
  }
  return push.includes('${{') || outputs.includes('${{') ? undefined : false;
}

function readBake(
  inputs: YamlValue | undefined,
  {
    valueOf,
    definitions,
    line,
  }: { valueOf: ValueOf; definitions: Definitions; line: number },
): LocatedDraft[] {
  const words = (name: string) =>
    linesOf(inputs, name)
      .flatMap(({ text }) => text.split(','))
      .map(text => wordOf(text.trim(), valueOf))
      .filter(({ written }) => written !== '');
  const source = textAt(inputs, 'source')?.trim() ?? '.';
  const workdir = valueOf(textAt(inputs, 'workdir')?.trim() ?? '.');
  if (
    !/^(?:\.|\{\{\s*defaultContext\s*\}\})$/.test(source) ||
    workdir !== '.'
  ) {
    return [];
  }
  const isOn = (name: string) => textAt(inputs, name)?.trim() === 'true';
  const selected = definitions.select(
    {
      kind: 'bake',
      files: words('files'),
      names: words('targets'),
      overrides: linesOf(inputs, 'set').map(({ text }) => text),
      noCache: isOn('no-cache'),
      pull: isOn('pull'),
      push: isPushed(inputs),
    },
    '',
  );
  return (selected ?? []).map(({ draft, path }) => ({
    draft: {
      ...draft,
      tool: 'bake-action',
      ...(isOn('no-cache') && { noCacheLine: at(inputs, 'no-cache')?.line }),
    },
    line,
    folder: folderOf(path),
  }));
}

function wordOf(text: string, valueOf: ValueOf): CommandWord {
  const equals = text.indexOf('=');
  if (equals < 0) {
    return { written: text, value: valueOf(text) };
  }
  const value = valueOf(text.slice(equals + 1));
  return {
    written: text,
    ...(value !== undefined && {
      value: `${text.slice(0, equals + 1)}${value}`,
    }),
  };
}

/** The lines of an input that is a list. */
function linesOf(
  inputs: YamlValue | undefined,
  name: string,
): { text: string; line?: number }[] {
  const value = at(inputs, name);
  if (value?.kind !== 'text') {
    return [];
  }
  const { text, firstLine } = value;
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    return trimmed === ''
      ? []
      : [{ text: trimmed, line: firstLine && firstLine + index }];
  });
}

function cachesOf(
  inputs: YamlValue | undefined,
  name: string,
  valueOf: ValueOf,
): RemoteCache[] {
  return linesOf(inputs, name).flatMap(({ text, line }) => {
    const cache = readCache(valueOf(text) ?? text);
    return cache ? [{ ...cache, ...(line && { line }) }] : [];
  });
}

/** An input with the expressions filled in that are known. */
function resolveInput(
  text: string,
  environment: ReadonlyMap<string, string>,
): string | undefined {
  let isKnown = true;
  const filled = mapExpressions(text, expression => {
    const inner = expression.slice(3, -2).trim();
    const value =
      inner === 'github.workspace'
        ? REPOSITORY_ROOT
        : environment.get(/^env\.(\w+)$/.exec(inner)?.[1] ?? '');
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown && !filled.includes('${{') ? filled : undefined;
}
