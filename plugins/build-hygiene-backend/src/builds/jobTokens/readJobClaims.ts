/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotAllowedError } from '@backstage/errors';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { JWTPayload } from 'jose';
import { claimedFacts, TokenIssuer } from './readTokenIssuers';

/** Who sends a build, as the CI system vouches for it. */
export interface JobIdentity {
  issuer: string;
  /** URL of the repository that the job belongs to. */
  repository: string;
  /** What the CI system says of the build; the job cannot say otherwise. */
  facts: Partial<BuildSubmission>;
}

function textOf(claims: JWTPayload, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value) || undefined
    : undefined;
}

/** The branch, or for anything else a name that no default branch has. */
function branchOf(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/(?:heads\/)?/, '');
}

function attemptOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text)
    ? Number(text)
    : undefined;
}

type Claimed = Partial<
  Record<(typeof claimedFacts)[number] | 'runPath', string>
>;

/** https://docs.github.com/en/actions/reference/security/oidc */
function readGitHubClaims(claims: JWTPayload): Claimed {
  const repository = textOf(claims, 'repository');
  const runId = textOf(claims, 'run_id');
  return {
    repository,
    commit: textOf(claims, 'sha'),
    branch: branchOf(textOf(claims, 'ref')),
    runId,
    attempt: textOf(claims, 'run_attempt'),
    runPath: `actions/runs/${runId}`,
  };
}

/** https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
function readGitLabClaims(claims: JWTPayload): Claimed {
  const ref = textOf(claims, 'ref');
  const jobId = textOf(claims, 'job_id');
  const isBranch = textOf(claims, 'ref_type') === 'branch';
  return {
    repository: textOf(claims, 'project_path'),
    commit: textOf(claims, 'sha'),
    branch:
      branchOf(textOf(claims, 'ref_path')) ??
      (isBranch ? ref : ref && `tags/${ref}`),
    runId: jobId,
    runPath: `-/jobs/${jobId}`,
  };
}

function readOtherClaims(claims: JWTPayload, issuer: TokenIssuer): Claimed {
  return Object.fromEntries(
    claimedFacts.map(fact => {
      const name = issuer.claims[fact];
      const value = name === undefined ? undefined : textOf(claims, name);
      return [fact, fact === 'branch' ? branchOf(value) : value];
    }),
  );
}

function readClaims(claims: JWTPayload, issuer: TokenIssuer): Claimed {
  switch (issuer.provider) {
    case 'github-actions':
      return readGitHubClaims(claims);
    case 'gitlab':
      return readGitLabClaims(claims);
    default:
      return readOtherClaims(claims, issuer);
  }
}

const repositoryPath = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)+$/;

/**
 * What a verified token says of its job. Throws `NotAllowedError` when it names
 * no repository: then it says nothing of what the job may send.
 */
export function readJobClaims(
  claims: JWTPayload,
  issuer: TokenIssuer,
): JobIdentity {
  const claimed = readClaims(claims, issuer);
  if (!claimed.repository || !repositoryPath.test(claimed.repository)) {
    throw new NotAllowedError(
      'The token does not name the repository of its job',
    );
  }
  const repository = `${issuer.repositories.replace(/\/$/, '')}/${
    claimed.repository
  }`;
  const { commit, branch, runId, runPath } = claimed;
  const facts: Partial<BuildSubmission> = {
    provider: issuer.provider,
    commit,
    branch,
    runId,
    attempt: attemptOf(claimed.attempt),
    runUrl: runId && runPath ? `${repository}/${runPath}` : undefined,
  };
  return {
    issuer: issuer.issuer,
    repository,
    facts: Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ),
  };
}
