/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  PipelineFile,
  readWorkflowJobs,
  usedAction,
  WorkflowJob,
} from '../../ci/readPipelines';
import { at, textAt, YamlMap } from '../../ci/readYaml';
import { ImageBuild } from '../../ci/types';
import { PlacedEdit } from '../../edits/changesOf';
import { insertYamlEntry } from '../../edits/insertYamlEntry';
import { TextEdit } from '../../edits/types';
import { imageBuildsOfPipelines } from '../evidence/jobBuilds';
import { UnitSubject } from '../types';

/** What a person has to look at where layers go to the cache of GitHub Actions. */
export const actionsCacheReview =
  'GitHub keeps 10 GB of caches for a repository and drops what was not used for longest: check that the layers fit, or export to a registry.';

/**
 * Makes a build of docker/build-push-action keep its layers in the cache of
 * GitHub Actions, for which neither an address nor a password has to be known.
 * Undefined for builds of which it is not certain that they can: it takes a
 * builder of docker/setup-buildx-action, and a machine of GitHub.
 * https://docs.docker.com/build/cache/backends/gha/
 */
export function keepInActionsCache(
  subject: UnitSubject,
  build: ImageBuild,
): PlacedEdit[] | undefined {
  const found = stepOf(subject, build);
  if (!found) {
    return undefined;
  }
  const { file, step } = found;
  const scope = scopeOf(subject, build);
  const edits = setInputs(file, step, {
    'cache-from': `type=gha${scope}`,
    'cache-to': `type=gha,mode=max${scope}`,
  });
  return edits?.map(edit => ({ path: file.path, edit }));
}

/** The step of a build, in a job with a builder that can export. */
function stepOf(
  { snapshot }: UnitSubject,
  build: ImageBuild,
): { file: PipelineFile; step: YamlMap } | undefined {
  const { path, line, tool, runner, remoteBuilder } = build;
  if (
    tool !== 'build-push-action' ||
    // One step for several images: they would share a cache.
    build.dockerfile === undefined ||
    build.unknownTarget ||
    runner !== 'hosted' ||
    remoteBuilder ||
    !path.startsWith('.github/')
  ) {
    return undefined;
  }
  for (const workflowJob of readWorkflowJobs(snapshot)) {
    const { file, job, steps } = workflowJob;
    const index = steps.findIndex(
      step => file.path === path && at(step, 'uses')?.line === line,
    );
    if (index >= 0) {
      // Jobs of a matrix would overwrite each other's cache, and a pull request
      // of a stranger would write to the one of the default branch.
      return at(job, 'strategy') ||
        file.source.includes('pull_request_target') ||
        !hasBuilder(workflowJob, index)
        ? undefined
        : { file, step: steps[index] };
    }
  }
  return undefined;
}

function hasBuilder({ steps }: WorkflowJob, before: number): boolean {
  return steps.slice(0, before).some(step => {
    const inputs = at(step, 'with');
    return (
      usedAction(step)?.name === 'docker/setup-buildx-action' &&
      at(step, 'if') === undefined &&
      /^(?:docker-container)?$/.test(textAt(inputs, 'driver')?.trim() ?? '') &&
      at(inputs, 'endpoint') === undefined
    );
  });
}

/**
 * Two images with one cache would drop each other's layers, so that each has a
 * name where pipelines build several.
 */
function scopeOf({ snapshot, unit }: UnitSubject, build: ImageBuild): string {
  const isAlone = imageBuildsOfPipelines(snapshot).every(
    ({ dockerfile, target }) =>
      dockerfile === build.dockerfile && target === build.target,
  );
  const name = [unit.id, build.target ?? ''].join('-').replace(/\W+/g, '-');
  return isAlone ? '' : `,scope=${name.replace(/^-+|-+$/g, '').toLowerCase()}`;
}

/** Gives inputs of a step values, where they have none or one of one line. */
function setInputs(
  { source }: PipelineFile,
  step: YamlMap,
  values: Readonly<Record<string, string>>,
): TextEdit[] | undefined {
  const inputs = at(step, 'with');
  const edits: (TextEdit | undefined)[] = [];
  const lines: string[] = [];
  for (const [name, text] of Object.entries(values)) {
    const value = at(inputs, name);
    if (value === undefined) {
      lines.push(`${name}: ${text}`);
    } else {
      edits.push(
        value.kind === 'text' && /^[^\s{}]+$/.test(value.text)
          ? { span: value.span, text }
          : undefined,
      );
    }
  }
  if (lines.length > 0) {
    edits.push(addInputs(source, step, lines));
  }
  return edits.every(edit => edit !== undefined)
    ? (edits as TextEdit[])
    : undefined;
}

function addInputs(
  source: string,
  step: YamlMap,
  lines: readonly string[],
): TextEdit | undefined {
  const inputs = at(step, 'with');
  if (inputs === undefined) {
    return insertYamlEntry(source, step, {
      after: 'uses',
      lines: ['with:', ...lines.map(line => `  ${line}`)],
    });
  }
  const [last] = inputs.kind === 'map' ? [...inputs.keys.keys()].slice(-1) : [];
  return inputs.kind === 'map' && last !== undefined
    ? insertYamlEntry(source, inputs, { after: last, lines })
    : undefined;
}
