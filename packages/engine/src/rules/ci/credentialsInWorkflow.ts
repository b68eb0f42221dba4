/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readPipelines } from '../../ci/readPipelines';
import { createFinding } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { findPipelineCredentials } from '../evidence/pipelineCredentials';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { credentialsInWorkflowExamples } from './credentialsInWorkflow.examples';

export const credentialsInWorkflow: RepositoryRule = {
  id: 'ci/credentials-in-workflow',
  category: 'ci',
  scope: 'repository',
  severity: 'critical',
  title: {
    pass: 'Pipelines hold no credentials',
    fail: 'A pipeline holds a credential',
  },
  why: 'Whoever can read the repository, or one of its copies, can use the credential, and its history keeps it after the line is gone. What pipelines log in with can usually push images or read private modules.',
  howToFix:
    'Revoke the credential first. Keep the new one as a secret of the CI system and name it where it is needed: `password: ${{ secrets.REGISTRY_TOKEN }}`. Better still, let the job log in with its identity (`permissions: id-token: write`), so that there is none to keep.',
  fix: 'guided',
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
    'https://docs.github.com/en/actions/concepts/security/openid-connect',
    'https://docs.gitlab.com/ci/variables/#define-a-cicd-variable-in-the-ui',
  ],
  prevents: [],
  evaluate,
  examples: credentialsInWorkflowExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  if (readPipelines(snapshot).length === 0) {
    return notApplicable('There is no pipeline.');
  }
  return passUnless(
    findPipelineCredentials(snapshot).map(({ path, line, message, secret }) =>
      createFinding({
        path,
        line,
        message,
        source: snapshot.files.get(path),
        hidden: [secret],
      }),
    ),
  );
}
