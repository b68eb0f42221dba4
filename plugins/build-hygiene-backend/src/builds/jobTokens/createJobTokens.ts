/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { IssuerKeys } from './IssuerKeys';
import { JobIdentity, readJobClaims } from './readJobClaims';
import { TokenIssuer } from './readTokenIssuers';

/** Signatures only: with a shared key, whoever verifies could sign. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA'],
];

const clockToleranceSeconds = 30;

/** Knows the tokens that CI systems give to their jobs. */
export interface JobTokens {
  /**
   * Undefined for a token of nobody configured here, which may be Backstage's.
   * Throws `AuthenticationError` for one that is not valid, with a reason that
   * says nothing of what would be.
   */
  verify(token: string): Promise<JobIdentity | undefined>;
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) {
    return 'it has expired; get a new one in the step that sends the build';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'aud'
      ? 'it was made for another audience'
      : `its claim ${error.claim} is missing or wrong`;
  }
  return 'its signature cannot be verified';
}

export function createJobTokens(options: {
  issuers: readonly TokenIssuer[];
  logger: LoggerService;
  now?: () => number;
}): JobTokens {
  const { issuers, logger, now = Date.now } = options;
  const known = new Map(
    issuers.map(issuer => [
      issuer.issuer,
      {
        issuer,
        keys: IssuerKeys.create(issuer, {
          now,
          onFailure: message => logger.warn(message),
        }),
      },
    ]),
  );
  return {
    async verify(token) {
      const from = known.get(issuerOf(token) ?? '');
      if (!from) {
        return undefined;
      }
      const { issuer, keys } = from;
      try {
        const { payload } = await jwtVerify(token, keys.find, {
          issuer: issuer.issuer,
          audience: issuer.audiences,
          algorithms,
          clockTolerance: clockToleranceSeconds,
          currentDate: new Date(now()),
          requiredClaims: ['exp'],
        });
        return readJobClaims(payload, issuer);
      } catch (error) {
        if (
          error instanceof NotAllowedError ||
          error instanceof ServiceUnavailableError
        ) {
          throw error;
        }
        throw new AuthenticationError(
          `The token of the CI job is not accepted: ${reasonOf(error)}`,
        );
      }
    },
  };
}
