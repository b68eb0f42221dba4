/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { buildFileKind } from '../snapshot/buildFileKind';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import { Snapshot } from '../snapshot/types';
import { documentsOf } from './documentsOf';
import { at, entriesOf, itemsOf, textAt, YamlMap } from './readYaml';

/** A file that says what a CI system runs. */
export interface PipelineFile {
  path: string;
  source: string;
  lines: LineIndex;
  /** `other`: its text is known, its meaning is not read. */
  system: 'github' | 'gitlab' | 'other';
  /** Empty for other systems. */
  documents: readonly YamlMap[];
}

/** A job of a workflow of GitHub Actions, or of what runs the same workflows. */
export interface WorkflowJob {
  file: PipelineFile;
  workflow: YamlMap;
  name: string;
  job: YamlMap;
  steps: readonly YamlMap[];
}

const MAXIMUM_PIPELINES = 500;
const known = new WeakMap<Snapshot, PipelineFile[]>();

/** The pipelines of a repository, but for vendored and test data. */
export function readPipelines(snapshot: Snapshot): readonly PipelineFile[] {
  let files = known.get(snapshot);
  if (!files) {
    files = [...snapshot.files]
      .filter(
        ([path]) => buildFileKind(path) === 'workflow' && !isExcludedPath(path),
      )
      .slice(0, MAXIMUM_PIPELINES)
      .map(([path, source]) => readPipeline(snapshot, { path, source }));
    known.set(snapshot, files);
  }
  return files;
}

function readPipeline(
  snapshot: Snapshot,
  { path, source }: { path: string; source: string },
): PipelineFile {
  const system = systemOf(path);
  const documents =
    system === 'other'
      ? []
      : documentsOf(snapshot, path).flatMap(value =>
          value.kind === 'map' ? value : [],
        );
  return { path, source, lines: new LineIndex(source), system, documents };
}

function systemOf(path: string): PipelineFile['system'] {
  if (/^\.(?:github|gitea|forgejo)\/workflows\//.test(path)) {
    return 'github';
  }
  return /(?:^|\/)\.gitlab(?:-ci[^/]*\.ya?ml$|\/)/.test(path)
    ? 'gitlab'
    : 'other';
}

/** The jobs of all workflows. */
export function readWorkflowJobs(snapshot: Snapshot): WorkflowJob[] {
  return readPipelines(snapshot)
    .filter(({ system }) => system === 'github')
    .flatMap(file =>
      file.documents.flatMap(workflow =>
        entriesOf(at(workflow, 'jobs')).flatMap(([name, job]) =>
          job.kind === 'map'
            ? [{ file, workflow, name, job, steps: stepsOf(job) }]
            : [],
        ),
      ),
    );
}

function stepsOf(job: YamlMap): YamlMap[] {
  return itemsOf(at(job, 'steps')).flatMap(step =>
    step.kind === 'map' ? step : [],
  );
}

/** An action that a step or a job uses: its name and what stands behind the `@`. */
export interface UsedAction {
  name: string;
  reference?: string;
  line: number;
}

/** What `uses:` of a step or a job names; undefined for local ones and images. */
export function usedAction(step: YamlMap): UsedAction | undefined {
  const uses = textAt(step, 'uses')?.trim();
  if (!uses || /^(?:\.|docker:\/\/)/.test(uses) || uses.includes('${{')) {
    return undefined;
  }
  const [name, reference] = uses.split('@');
  return {
    name: name.toLowerCase(),
    ...(reference && { reference }),
    line: at(step, 'uses')?.line ?? step.line,
  };
}

/**
 * The major version of an action. Of a commit, the version that the comment
 * behind it tells, as tools that pin actions write it: `@8d9ed9a… # v6.1.0`.
 */
export function majorVersion(
  { reference, line }: UsedAction,
  { source, lines }: PipelineFile,
): number | undefined {
  const direct = /^v?(\d{1,3})(?:\.\d+)*$/.exec(reference ?? '');
  if (direct) {
    return Number(direct[1]);
  }
  if (!isCommit(reference)) {
    return undefined;
  }
  const { start, end } = lines.lineSpan(line);
  const comment = /#\s*(?:tag=)?v(\d{1,3})(?:\.\d+)*\s*$/.exec(
    source.slice(Math.max(start, end - 100), end).trimEnd(),
  );
  return comment ? Number(comment[1]) : undefined;
}

/** Whether a reference is a commit in full. */
export function isCommit(reference: string | undefined): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(reference ?? '');
}
