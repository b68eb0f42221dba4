/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HostAnswer, HostRequest } from './types';

export function ok(body: unknown): HostAnswer {
  return { status: 200, body };
}

export function created(body: unknown): HostAnswer {
  return { status: 201, body };
}

/**
 * An error as GitHub words it.
 *
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function failed(
  status: number,
  message: string,
  errors?: readonly unknown[],
): HostAnswer {
  return {
    status,
    body: {
      message,
      ...(errors && { errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: `${status}`,
    },
  };
}

export function notFound(): HostAnswer {
  return failed(404, 'Not Found');
}

/** The body of a request; undefined where it is no JSON object. */
export function readJson(
  request: HostRequest,
): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(request.body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
