/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { joinPath } from '../snapshot/repositoryPath';
import { Definitions } from './Definitions';
import { placeBuild, REPOSITORY_ROOT, resolvePath } from './placeBuild';
import { readActionStep } from './readActionStep';
import { LocatedDraft, readScriptBuilds } from './readScriptBuilds';
import { isForReleases, readTriggers } from './readTriggers';
import { at, entriesOf, itemsOf, textAt, textsOf, YamlValue } from './readYaml';
import { runnerKind } from './runnerKind';
import { ImageBuild } from './types';
import { hasExpression } from './unknownText';

/** What the workflows of a repository share. */
export interface PipelineSurroundings {
  definitions: Definitions;
  hasFile: (path: string) => boolean;
  /** Reusable workflows that a workflow on pushes or pull requests calls. */
  calledOnChange: ReadonlySet<string>;
}

/**
 * The builds of a GitHub Actions workflow.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
 */
export function readWorkflow(
  path: string,
  documents: readonly YamlValue[],
  surroundings: PipelineSurroundings,
): ImageBuild[] {
  return documents.flatMap(workflow => {
    const triggers = readTriggers(at(workflow, 'on'));
    const onChange =
      triggers.onChange ||
      (triggers.isCalled && surroundings.calledOnChange.has(path));
    return entriesOf(at(workflow, 'jobs')).flatMap(([, job]) =>
      readJob(job, { path, workflow, onChange, ...surroundings }),
    );
  });
}

/** Reusable workflows of the repository that a workflow's jobs call. */
export function calledWorkflows([workflow]: readonly YamlValue[]): {
  onChange: boolean;
  called: string[];
} {
  const called = entriesOf(at(workflow, 'jobs')).flatMap(([, job]) => {
    const uses = textAt(job, 'uses');
    return uses?.startsWith('./') && !isForReleases(textAt(job, 'if'))
      ? [joinPath('', uses)]
      : [];
  });
  const { onChange } = readTriggers(at(workflow, 'on'));
  return { onChange, called };
}

interface JobSurroundings extends PipelineSurroundings {
  path: string;
  workflow: YamlValue;
  onChange: boolean;
}

function readJob(job: YamlValue, surroundings: JobSurroundings): ImageBuild[] {
  const { path, workflow, definitions, hasFile } = surroundings;
  const onChange = surroundings.onChange && !isForReleases(textAt(job, 'if'));
  const environment = new Map(
    [at(workflow, 'env'), at(job, 'env')].flatMap(knownVariables),
  );
  let remoteBuilder = /^(?:tcp|ssh):/.test(
    environment.get('DOCKER_HOST') ?? '',
  );
  let cacheMountsKept = false;
  let layersKept = false;
  const located: (LocatedDraft & { onChange: boolean })[] = [];
  for (const step of itemsOf(at(job, 'steps'))) {
    const own = new Map([...environment, ...knownVariables(at(step, 'env'))]);
    const action = readActionStep(step, { definitions, environment: own });
    const script = readScriptBuilds(scriptOf(step, [workflow, job]), {
      folder: folderOfStep(step, [workflow, job]),
      variables: new Map([...own, ['GITHUB_WORKSPACE', REPOSITORY_ROOT]]),
      definitions,
    });
    remoteBuilder ||= action.remoteBuilder || script.remoteBuilder;
    cacheMountsKept ||= action.cacheMountsKept;
    layersKept ||= action.layersKept;
    for (const draft of [...action.builds, ...script.builds]) {
      located.push({
        ...draft,
        onChange: onChange && !isForReleases(textAt(step, 'if')),
      });
    }
  }
  const runner = runnerOf(job);
  const kept = layersKept ? [{ certain: false }] : [];
  return located.map(({ draft, line, folder, onChange: isOnChange }) =>
    placeBuild(
      {
        ...draft,
        cacheFrom: [...draft.cacheFrom, ...kept],
        cacheTo: [...draft.cacheTo, ...kept],
      },
      {
        path,
        line,
        source: 'pipeline',
        runner,
        remoteBuilder,
        cacheMountsKept,
        startsEmpty: false,
        onChange: isOnChange,
      },
      { folder, hasFile },
    ),
  );
}

/** The script of a step, where a POSIX shell runs it. */
export function scriptOf(step: YamlValue, outer: readonly YamlValue[]) {
  const shell = [step, ...[...outer].reverse().map(defaultsOf)]
    .map(value => textAt(value, 'shell'))
    .find(text => text !== undefined);
  return shell === undefined || /^(?:bash|sh)\b/.test(shell.trim())
    ? textsOf(at(step, 'run'))
    : [];
}

function defaultsOf(value: YamlValue): YamlValue | undefined {
  return at(value, 'defaults', 'run');
}

function folderOfStep(
  step: YamlValue,
  outer: readonly YamlValue[],
): string | undefined {
  const text = [step, ...[...outer].reverse().map(defaultsOf)]
    .map(value => textAt(value, 'working-directory'))
    .find(found => found !== undefined);
  if (text === undefined) {
    return '';
  }
  return hasExpression(text) ? undefined : resolvePath(text.trim(), '');
}

/** Variables whose values are written out. */
function knownVariables(value: YamlValue | undefined): [string, string][] {
  return entriesOf(value).flatMap(([name, entry]) =>
    entry.kind === 'text' && !hasExpression(entry.text)
      ? [[name, entry.text]]
      : [],
  );
}

/** Whose machine runs a job; for a matrix, where all of its values agree. */
function runnerOf(job: YamlValue): ImageBuild['runner'] {
  const runsOn = at(job, 'runs-on');
  if (runsOn?.kind === 'map') {
    const labels = textsOf(at(runsOn, 'labels')).map(({ text }) => text);
    return runnerKind(labels) === 'self-hosted' ? 'self-hosted' : 'unknown';
  }
  const labels = textsOf(runsOn).map(({ text }) => text.trim());
  const name =
    labels.length === 1
      ? /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(labels[0])?.[1]
      : undefined;
  if (name === undefined) {
    return runnerKind(labels);
  }
  const matrix = at(job, 'strategy', 'matrix');
  const values = [
    ...itemsOf(at(matrix, name)),
    ...itemsOf(at(matrix, 'include')).flatMap(item => at(item, name) ?? []),
  ];
  const kinds = new Set(
    values.map(value => runnerKind(textsOf(value).map(({ text }) => text))),
  );
  return kinds.size === 1 ? [...kinds][0] : 'unknown';
}
