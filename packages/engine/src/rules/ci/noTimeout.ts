/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readWorkflowJobs, WorkflowJob } from '../../ci/readPipelines';
import { at, YamlMap } from '../../ci/readYaml';
import { LineIndex } from '../../dockerfile/LineIndex';
import { editsByFile } from '../../edits/editsByFile';
import { insertYamlEntry } from '../../edits/insertYamlEntry';
import { FixProposal } from '../../edits/types';
import { Snapshot } from '../../snapshot/types';
import { createFinding } from '../evidence/createFinding';
import { buildsWithin, jobBuilds } from '../evidence/jobBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { noTimeoutExamples } from './noTimeout.examples';

/** What a job may take at most unless it says otherwise, in minutes. */
const defaultMinutes = 360;
/** Far above what builds take, and a sixth of the default. */
const proposedMinutes = 60;

export const noTimeout: RepositoryRule = {
  id: 'ci/no-timeout',
  category: 'ci',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'Jobs that build images have a time limit',
    fail: 'A job that builds an image has no time limit',
  },
  why: 'A module proxy or registry that accepts a connection and never answers holds the build for as long as the job may run, which is six hours unless something else is set. Until then the runner is taken, and nobody learns that the build hangs.',
  howToFix: `Set \`timeout-minutes: ${proposedMinutes}\` on the job, well above what its slowest build takes, or on the step that builds.`,
  fix: 'auto',
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes',
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepstimeout-minutes',
  ],
  prevents: ['network.timeout'],
  evaluate,
  propose,
  examples: noTimeoutExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const jobs = buildingJobs(snapshot);
  if (jobs.length === 0) {
    return notApplicable('No workflow is known to build an image.');
  }
  return passUnless(
    jobs
      .filter(job => !hasLimit(snapshot, job))
      .map(({ file, name, job }) =>
        createFinding({
          path: file.path,
          line: lineOf(file.source, job),
          message: `The job ${JSON.stringify(
            name,
          )} builds an image and may run for ${defaultMinutes} minutes.`,
          source: file.source,
        }),
      ),
  );
}

function propose({ snapshot }: RepositorySubject): FixProposal | undefined {
  const edits = buildingJobs(snapshot)
    .filter(job => !hasLimit(snapshot, job))
    .map(({ file, job }) => ({
      path: file.path,
      edit: insertYamlEntry(file.source, job, {
        after: job.keys.has('runs-on') ? 'runs-on' : 'steps',
        lines: [`timeout-minutes: ${proposedMinutes}`],
      }),
    }));
  const changes = editsByFile(edits);
  return (
    changes && {
      title: 'Give jobs that build images a time limit',
      safety: 'needs-review',
      review: `Check that ${proposedMinutes} minutes are well above what the slowest build takes.`,
      changes,
    }
  );
}

/** Jobs with steps: one that calls a workflow cannot have a limit. */
function buildingJobs(snapshot: Snapshot): WorkflowJob[] {
  const seen = new Set<YamlMap>();
  return readWorkflowJobs(snapshot).filter(job => {
    const isFirst = !seen.has(job.job);
    seen.add(job.job);
    return (
      isFirst && job.steps.length > 0 && jobBuilds(snapshot, job).length > 0
    );
  });
}

/** Whether the job has a limit, or each of its steps that build. */
function hasLimit(snapshot: Snapshot, { file, job, steps }: WorkflowJob) {
  return (
    at(job, 'timeout-minutes') !== undefined ||
    steps
      .filter(step => buildsWithin(snapshot, file, step.span).length > 0)
      .every(step => at(step, 'timeout-minutes') !== undefined)
  );
}

/** The line of the job's name, which stands above its entries. */
function lineOf(source: string, { span, flow, line }: YamlMap): number {
  if (flow) {
    return line;
  }
  const index = new LineIndex(source);
  for (let number = line - 1; number > 0; number--) {
    const { start, end } = index.lineSpan(number);
    const text = source.slice(start, Math.min(end, span.start)).trim();
    if (text !== '' && !text.startsWith('#')) {
      return number;
    }
  }
  return line;
}
