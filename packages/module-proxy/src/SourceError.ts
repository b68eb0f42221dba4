/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Why a source gave no answer. */
export type SourceErrorCode =
  /** Its name does not resolve. */
  | 'dns'
  /** No connection, or one that broke. */
  | 'unreachable'
  /** Its certificate is not to be trusted. */
  | 'certificate'
  /** It took the connection, and said nothing until the time was up. */
  | 'silent'
  /** It sent more than is taken. */
  | 'too-large'
  /** It points to a host that is not configured. */
  | 'redirect'
  /** We ended it. */
  | 'aborted';

/** A source gave no answer that can be used. Names no credentials. */
export class SourceError extends Error {
  constructor(
    readonly code: SourceErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SourceError';
  }
}

const resolverCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);

/** What a Node error of a request means. */
export function asSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) {
    return error;
  }
  const { code = '', message = String(error) } = (error ?? {}) as {
    code?: string;
    message?: string;
  };
  if (resolverCodes.has(code)) {
    return new SourceError('dns', 'The name does not resolve.', {
      cause: error,
    });
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|ISSUER|SIGNATURE/.test(code)) {
    return new SourceError('certificate', certificateWords(code, message), {
      cause: error,
    });
  }
  return new SourceError('unreachable', connectionWords(code, message), {
    cause: error,
  });
}

/** What is wrong with a certificate, in words. */
export function certificateWords(code: string, message: string): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'The certificate has expired.';
    case 'CERT_NOT_YET_VALID':
      return 'The certificate is not valid yet.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'The certificate is for another name.';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'The certificate is of an authority that is not trusted here.';
    default:
      return `TLS failed: ${message.slice(0, 200)}`;
  }
}

function connectionWords(code: string, message: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'The connection is refused.';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'The connection broke.';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'The host cannot be reached.';
    default:
      return `The request failed: ${message.slice(0, 200)}`;
  }
}
