/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal } from '../../edits/types';
import { editsByFile } from '../../edits/editsByFile';
import { createFinding } from '../evidence/createFinding';
import { findClassicBuilds } from '../evidence/classicBuilds';
import {
  imageBuildsOfPipelines,
  noImageBuildReason,
} from '../evidence/jobBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { buildkitDisabledExamples } from './buildkitDisabled.examples';

export const buildkitDisabled: RepositoryRule = {
  id: 'ci/buildkit-disabled',
  category: 'ci',
  scope: 'repository',
  severity: 'medium',
  title: {
    pass: 'Images are built with BuildKit',
    fail: 'A pipeline builds with the legacy builder',
  },
  why: 'With `DOCKER_BUILDKIT=0` Docker builds with its legacy builder: it runs every stage one after the other, sends the whole context, and knows neither cache mounts nor secret mounts nor remote caches. It is deprecated and will be removed.',
  howToFix:
    'Remove `DOCKER_BUILDKIT=0`: BuildKit is the default since Docker 23. On an older engine, set `DOCKER_BUILDKIT=1`, or build with `docker buildx build`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/buildkit/#getting-started',
    'https://docs.docker.com/engine/deprecated/#legacy-builder-for-linux-images',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: buildkitDisabledExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  if (imageBuildsOfPipelines(snapshot).length === 0) {
    return notApplicable(noImageBuildReason);
  }
  return passUnless(
    findClassicBuilds(snapshot).map(({ path, line, builds }) =>
      createFinding({
        path,
        line,
        message: `DOCKER_BUILDKIT=0 makes \`${builds}\` use the legacy builder.`,
        source: snapshot.files.get(path),
      }),
    ),
  );
}

function propose({ snapshot }: RepositorySubject): FixProposal | undefined {
  const changes = editsByFile(findClassicBuilds(snapshot));
  return (
    changes && {
      title: 'Build with BuildKit',
      safety: 'needs-review',
      review:
        'Check that the Docker of the runner is version 23 or newer, and that nothing reads the output of the legacy builder.',
      changes,
    }
  );
}
