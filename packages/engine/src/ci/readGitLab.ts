/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { placeBuild, REPOSITORY_ROOT } from './placeBuild';
import { readScriptBuilds } from './readScriptBuilds';
import { PipelineSurroundings } from './readWorkflow';
import {
  at,
  entriesOf,
  itemsOf,
  textAt,
  textsOf,
  YamlMap,
  YamlValue,
} from './readYaml';
import { ImageBuild } from './types';

/** Top-level keys that are no jobs. */
const keywords = new Set([
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'variables',
  'workflow',
  'before_script',
  'after_script',
  'cache',
]);

const MAXIMUM_PARENTS = 10;

/**
 * The builds of a GitLab pipeline.
 * https://docs.gitlab.com/ci/yaml/
 */
export function readGitLab(
  path: string,
  documents: readonly YamlValue[],
  surroundings: PipelineSurroundings,
): ImageBuild[] {
  return documents.flatMap(document =>
    gitLabJobs(document).flatMap(([, job]) =>
      readJob(withDefaults(job, document), {
        path,
        document,
        ...surroundings,
      }),
    ),
  );
}

/** The jobs of a pipeline by name; templates, which only others use, are none. */
export function gitLabJobs(
  document: YamlValue,
): (readonly [name: string, job: YamlMap])[] {
  return entriesOf(document).flatMap(([name, job]) =>
    keywords.has(name) || name.startsWith('.') || job.kind !== 'map'
      ? []
      : [[name, job] as const],
  );
}

function readJob(
  job: ReadonlyMap<string, YamlValue>,
  {
    path,
    document,
    definitions,
    hasFile,
  }: PipelineSurroundings & { path: string; document: YamlValue },
): ImageBuild[] {
  const variables = new Map([
    ...knownVariables(at(document, 'variables')),
    ...knownVariables(job.get('variables')),
    ['CI_PROJECT_DIR', REPOSITORY_ROOT] as const,
  ]);
  const { builds, remoteBuilder } = readScriptBuilds(
    [...textsOf(job.get('before_script')), ...textsOf(job.get('script'))],
    { folder: '', variables, definitions },
  );
  const hasOwnDaemon = itemsOf(job.get('services')).some(service =>
    /(?:^|\/)docker:[^/]*dind/.test(
      service.kind === 'text' ? service.text : textAt(service, 'name') ?? '',
    ),
  );
  const tags = textsOf(job.get('tags')).map(({ text }) => text);
  return builds.map(({ draft, line, folder }) =>
    placeBuild(
      draft,
      {
        path,
        line,
        source: 'pipeline',
        // https://docs.gitlab.com/ci/runners/hosted_runners/
        runner: tags.some(tag => tag.startsWith('saas-'))
          ? 'hosted'
          : 'unknown',
        remoteBuilder,
        cacheMountsKept: false,
        // Either runs in a container that is thrown away after the job.
        startsEmpty: draft.tool === 'kaniko' || hasOwnDaemon,
        onChange: !isForTags(job),
      },
      { folder, hasFile },
    ),
  );
}

/** A job with what it takes over by `extends` and from `default`. */
export function withDefaults(
  job: YamlValue,
  document: YamlValue,
): ReadonlyMap<string, YamlValue> {
  const merged = new Map<string, YamlValue>();
  const seen = new Set<YamlValue>();
  const add = (value: YamlValue | undefined) => {
    if (
      value?.kind !== 'map' ||
      seen.has(value) ||
      seen.size > MAXIMUM_PARENTS
    ) {
      return;
    }
    seen.add(value);
    for (const [name, entry] of value.entries) {
      if (!merged.has(name)) {
        merged.set(name, entry);
      }
    }
    // The last of several parents wins.
    for (const { text } of textsOf(at(value, 'extends')).reverse()) {
      add(at(document, text));
    }
  };
  add(job);
  add(at(document, 'default'));
  for (const name of ['image', 'services', 'before_script']) {
    const entry = at(document, name);
    if (entry && !merged.has(name)) {
      merged.set(name, entry);
    }
  }
  return merged;
}

function isForTags(job: ReadonlyMap<string, YamlValue>): boolean {
  const only = job.get('only');
  const refs = textsOf(only?.kind === 'map' ? at(only, 'refs') : only);
  if (refs.length > 0) {
    return refs.every(({ text }) => text === 'tags' || text === 'schedules');
  }
  const rules = itemsOf(job.get('rules')).filter(
    rule => textAt(rule, 'when') !== 'never',
  );
  return (
    rules.length > 0 &&
    rules.every(rule => /^\s*\$CI_COMMIT_TAG\b/.test(textAt(rule, 'if') ?? ''))
  );
}

function knownVariables(value: YamlValue | undefined): [string, string][] {
  return entriesOf(value).flatMap(([name, entry]) => {
    const text = entry.kind === 'text' ? entry.text : textAt(entry, 'value');
    return text === undefined || text.includes('$') ? [] : [[name, text]];
  });
}
