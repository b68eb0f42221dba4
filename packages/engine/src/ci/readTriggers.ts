/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { at, entriesOf, textsOf, YamlValue } from './readYaml';

/** What starts a workflow. */
export interface Triggers {
  /** Whether pushes to a branch or pull requests do. */
  onChange: boolean;
  /** Whether other workflows do. */
  isCalled: boolean;
}

const changeEvents = new Set([
  'pull_request',
  'pull_request_target',
  'merge_group',
]);

/**
 * Reads `on:`. A push that is limited to tags is a release.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on
 */
export function readTriggers(on: YamlValue | undefined): Triggers {
  const events =
    on?.kind === 'map'
      ? entriesOf(on)
      : textsOf(on).map(({ text }) => [text, undefined] as const);
  return {
    onChange: events.some(
      ([name, filter]) =>
        changeEvents.has(name) ||
        (name === 'push' &&
          (at(filter, 'branches') !== undefined ||
            at(filter, 'branches-ignore') !== undefined ||
            (at(filter, 'tags') === undefined &&
              at(filter, 'tags-ignore') === undefined))),
    ),
    isCalled: events.some(([name]) => name === 'workflow_call'),
  };
}

/** Whether a condition keeps a job or a step to releases, schedules and the like. */
export function isForReleases(condition: string | undefined): boolean {
  return (
    condition !== undefined &&
    // What one side of an `or` asks for is not asked for.
    !condition.includes('||') &&
    /refs\/tags|ref_type\s*==\s*'tag'|event_name\s*==\s*'(?:release|schedule|workflow_dispatch)'/.test(
      condition,
    )
  );
}
