/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { editsByFile } from '../../edits/editsByFile';
import { FixProposal } from '../../edits/types';
import { createFinding } from '../evidence/createFinding';
import {
  imageBuildsOfPipelines,
  noImageBuildReason,
} from '../evidence/jobBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { findUnknownNames } from '../evidence/unknownFlags';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { unknownFlagExamples } from './unknownFlag.examples';

export const unknownFlag: RepositoryRule = {
  id: 'ci/unknown-flag',
  category: 'ci',
  scope: 'repository',
  severity: 'high',
  title: {
    pass: 'Builds are given flags and inputs that exist',
    fail: 'A build is given a flag or an input that does not exist',
  },
  why: '`docker build` stops at a flag that it does not know. The build action only warns of an input that it does not know and builds without it, so an image comes out that is not the one asked for.',
  howToFix:
    'Remove the flag, or write the one that is meant. Name servers are set in `daemon.json` or `buildkitd.toml`, a time limit on the step (`timeout-minutes`), and values for the build with `--build-arg`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/cli/docker/buildx/build/',
    'https://github.com/docker/build-push-action#inputs',
    'https://docs.docker.com/build/buildkit/toml-configuration/',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: unknownFlagExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  if (imageBuildsOfPipelines(snapshot).length === 0) {
    return notApplicable(noImageBuildReason);
  }
  return passUnless(
    findUnknownNames(snapshot).map(({ path, line, message }) =>
      createFinding({
        path,
        line,
        message,
        source: snapshot.files.get(path),
      }),
    ),
  );
}

function propose({ snapshot }: RepositorySubject): FixProposal | undefined {
  const changes = editsByFile(findUnknownNames(snapshot));
  return (
    changes && {
      title: 'Give builds only what they know',
      safety: 'needs-review',
      review:
        'The build gets what is meant, or no longer what was never there: check whether it needs that from elsewhere.',
      changes,
    }
  );
}
