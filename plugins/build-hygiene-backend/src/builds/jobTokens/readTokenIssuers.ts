/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Facts of a build that a claim of the job's token can tell. */
export const claimedFacts = [
  'repository',
  'commit',
  'branch',
  'runId',
  'attempt',
] as const;

/** Somebody who signs tokens for the jobs of a CI system. */
export interface TokenIssuer {
  /** As it stands in the tokens' `iss`. */
  issuer: string;
  /** One of these has to be in the tokens' `aud`. */
  audiences: string[];
  /** Whose claims it makes; also what builds are stored with. */
  provider: string;
  /** What the claim of the repository is a path below: `https://github.com`. */
  repositories: string;
  /** Default: as the issuer's discovery document says. */
  jwksUri?: string;
  /** Names of claims, for providers whose claims are not known. */
  claims: Partial<Record<(typeof claimedFacts)[number], string>>;
}

const prefix = 'buildHygiene.builds.oidc';

/** Keys that come over plain HTTP could be anybody's. */
export function isTrustworthyUrl(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' ||
    (protocol === 'http:' &&
      /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

/**
 * GitHub's issuers: of github.com, also with an enterprise in the path, of
 * `ghe.com`, and of a GitHub Enterprise Server.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function gitHubOf(issuer: URL): string | undefined {
  const { hostname, origin, pathname } = issuer;
  if (hostname === 'token.actions.githubusercontent.com') {
    return 'https://github.com';
  }
  const tenant = /^token\.actions\.([\w-]+\.ghe\.com)$/.exec(hostname)?.[1];
  if (tenant) {
    return `https://${tenant}`;
  }
  return pathname === '/_services/token' ? origin : undefined;
}

function readUrl(config: Config, key: string): string {
  const url = config.getString(key);
  if (!isTrustworthyUrl(url)) {
    throw new InputError(`${prefix}[].${key} must be an https URL, not ${url}`);
  }
  return url;
}

function readAudiences(config: Config): string[] {
  const value = config.get('audience');
  const audiences = Array.isArray(value)
    ? config.getStringArray('audience')
    : [config.getString('audience')];
  if (audiences.length === 0 || audiences.some(text => text.trim() === '')) {
    throw new InputError(`${prefix}[].audience must name an audience`);
  }
  return audiences;
}

function readIssuer(config: Config): TokenIssuer {
  const issuer = readUrl(config, 'issuer');
  const gitHub = gitHubOf(new URL(issuer));
  const given = config.getOptionalString('provider');
  const provider =
    given ??
    (gitHub && 'github-actions') ??
    (issuer === 'https://gitlab.com' ? 'gitlab' : undefined);
  if (!provider) {
    throw new InputError(
      `${prefix}[].provider is needed for ${issuer}: github-actions, gitlab, or another name and the names of its claims`,
    );
  }
  const isKnown = provider === 'github-actions' || provider === 'gitlab';
  const claims = Object.fromEntries(
    claimedFacts.map(fact => [
      fact,
      config.getOptionalString(`claims.${fact}`),
    ]),
  );
  if (!isKnown && !claims.repository) {
    throw new InputError(
      `${prefix}[].claims.repository is needed for ${provider}: without the repository of a job, every user of ${issuer} could send builds`,
    );
  }
  const ownRepositories = provider === 'gitlab' ? issuer : gitHub;
  return {
    issuer,
    audiences: readAudiences(config),
    provider,
    repositories:
      config.has('repositories') || !ownRepositories
        ? readUrl(config, 'repositories')
        : ownRepositories,
    jwksUri: config.has('jwksUri') ? readUrl(config, 'jwksUri') : undefined,
    claims,
  };
}

/** The issuers of `buildHygiene.builds.oidc`; none without it. */
export function readTokenIssuers(root: Config): TokenIssuer[] {
  const issuers = (root.getOptionalConfigArray(prefix) ?? []).map(readIssuer);
  const names = issuers.map(({ issuer }) => issuer);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`${prefix} has ${twice} twice`);
  }
  return issuers;
}
