/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  readPipelines,
  readWorkflowJobs,
  usedAction,
} from '../../ci/readPipelines';
import { at, readYaml, textAt, YamlMap } from '../../ci/readYaml';
import { ImageBuild } from '../../ci/types';
import { insertYamlItem } from '../../edits/insertYamlItem';
import { FixProposal } from '../../edits/types';
import { Snapshot } from '../../snapshot/types';
import { createFinding } from '../evidence/createFinding';
import {
  buildsWithin,
  imageBuildsOfPipelines,
  noImageBuildReason,
} from '../evidence/jobBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { noBuildRecordExamples } from './noBuildRecord.examples';

export const noBuildRecord: RepositoryRule = {
  id: 'ci/no-build-record',
  category: 'ci',
  scope: 'repository',
  severity: 'info',
  title: {
    pass: 'Builds are sent to the portal',
    fail: 'Builds are not sent to the portal',
  },
  why: 'From the logs of builds the portal tells how many steps really come from the cache, and why builds fail. Without them it knows only what the files say.',
  howToFix:
    'Send the log of the build in a step behind it, as the documentation of build records shows: `curl --data-binary @build.log "$BACKSTAGE_URL/api/build-hygiene/builds?entityRef=component:default/<name>"`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/cli/docker/buildx/history/logs/',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: noBuildRecordExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  if (serviceOf(snapshot) === undefined) {
    return notApplicable('No catalog-info.yaml tells which service this is.');
  }
  const build = firstBuild(snapshot);
  if (!build) {
    return notApplicable(noImageBuildReason);
  }
  if (readPipelines(snapshot).some(({ source }) => sendsBuilds(source))) {
    return { state: 'pass' };
  }
  const { path, line } = build;
  return {
    state: 'fail',
    findings: [
      createFinding({
        path,
        line,
        message:
          'The image is built here, and its log is not sent to the portal.',
        source: snapshot.files.get(path),
      }),
    ],
  };
}

function sendsBuilds(source: string): boolean {
  return /\/api\/build-hygiene\b|BUILD_HYGIENE_|build-hygiene-action|\/push-build-record\b|\bbuild-hygiene push\b/.test(
    source,
  );
}

/** One is enough: a repository learns of this once. */
function firstBuild(snapshot: Snapshot): ImageBuild | undefined {
  const builds = imageBuildsOfPipelines(snapshot);
  return (
    builds.find(build => build.onChange && isReadable(build)) ??
    builds.find(({ onChange }) => onChange) ??
    builds[0]
  );
}

/** Whether the builder of the job can tell the log of its last build. */
function isReadable({ tool, remoteBuilder }: ImageBuild): boolean {
  return (
    !remoteBuilder &&
    (tool === 'build-push-action' ||
      tool === 'bake-action' ||
      tool === 'docker')
  );
}

function propose({ snapshot }: RepositorySubject): FixProposal | undefined {
  const build = firstBuild(snapshot);
  const service = serviceOf(snapshot);
  if (!build || !isReadable(build) || service === undefined) {
    return undefined;
  }
  for (const { file, job, steps } of readWorkflowJobs(snapshot)) {
    const step = steps.find(
      candidate =>
        file.path === build.path &&
        buildsWithin(snapshot, file, candidate.span).includes(build),
    );
    if (!step) {
      continue;
    }
    const text = file.source.slice(job.span.start, job.span.end);
    const edit = insertYamlItem(file.source, {
      after: step.span,
      lines: stepLines(service),
    });
    // Jobs of a matrix would have to be told apart.
    if (
      !edit ||
      at(job, 'strategy') ||
      /windows/i.test(text) ||
      isIgnored(step)
    ) {
      return undefined;
    }
    return {
      title: 'Send builds to the portal',
      safety: 'needs-review',
      review:
        'Set the variable BACKSTAGE_URL and the secret BUILD_HYGIENE_TOKEN of the repository: without them the step does nothing.',
      changes: [{ kind: 'edit', path: file.path, edits: [edit] }],
    };
  }
  return undefined;
}

/** A step that runs under a condition would need it twice. */
function isIgnored(step: YamlMap): boolean {
  return at(step, 'if') !== undefined && usedAction(step) === undefined;
}

/** The step that docs/build-records.md shows, for what the builder kept. */
function stepLines(service: string): string[] {
  const queries = [
    `entityRef=${service}`,
    'provider=github-actions',
    '"runId=$GITHUB_RUN_ID"',
    '"attempt=$GITHUB_RUN_ATTEMPT"',
    '"commit=$GITHUB_SHA"',
    '"branch=$GITHUB_REF_NAME"',
    '"runUrl=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"',
  ];
  return [
    '- name: Send the build to Backstage',
    "  if: ${{ !cancelled() && vars.BACKSTAGE_URL != '' }}",
    '  continue-on-error: true',
    '  env:',
    '    BACKSTAGE_URL: ${{ vars.BACKSTAGE_URL }}',
    '    BUILD_HYGIENE_TOKEN: ${{ secrets.BUILD_HYGIENE_TOKEN }}',
    '  run: |',
    '    docker buildx history logs > "$RUNNER_TEMP/build.log" 2>&1',
    '    curl --fail-with-body --silent --show-error -X POST \\',
    '      -H "Authorization: Bearer $BUILD_HYGIENE_TOKEN" \\',
    '      -H "Content-Type: application/octet-stream" \\',
    '      --data-binary "@$RUNNER_TEMP/build.log" \\',
    ...queries.map(query => `      --url-query ${query} \\`),
    '      "$BACKSTAGE_URL/api/build-hygiene/builds"',
  ];
}

/** The service that a catalog file of the root folder describes, if it is one. */
function serviceOf(snapshot: Snapshot): string | undefined {
  const source =
    snapshot.files.get('catalog-info.yaml') ??
    snapshot.files.get('catalog-info.yml');
  if (source === undefined) {
    return undefined;
  }
  const components = readYaml(source).filter(
    document => textAt(document, 'kind') === 'Component',
  );
  const name = textAt(components[0], 'metadata', 'name');
  const namespace = textAt(components[0], 'metadata', 'namespace') ?? 'default';
  const isName = (text: string) => /^[\w.-]{1,63}$/.test(text);
  return components.length === 1 &&
    name !== undefined &&
    isName(name) &&
    isName(namespace)
    ? `component:${namespace}/${name}`
    : undefined;
}
