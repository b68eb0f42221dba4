/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const LONGEST_TEXT = 500;

const text = z.string().min(1).max(LONGEST_TEXT);

const entityRef = text.transform((value, context) => {
  try {
    return stringifyEntityRef(parseEntityRef(value));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'Expected an entity ref such as component:default/name',
    });
    return z.NEVER;
  }
});

/** A parameter that may be given more than once. */
function listOf<T extends z.ZodTypeAny>(item: T) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(100).optional(),
  );
}

const flag = z.enum(['true', 'false']).transform(value => value === 'true');

const scanErrorCode = z.enum([
  'no-source-location',
  'unsupported-source',
  'not-found',
  'forbidden',
  'unreachable',
  'rate-limited',
  'too-large',
  'timeout',
  'internal',
]);

const category = z.enum([
  'cache',
  'context',
  'modules',
  'proxy',
  'security',
  'image',
  'reproducible',
  'ci',
  'platform',
]);

const limit = z.coerce.number().int().min(1).max(200).optional();
const cursor = z.string().max(4000).optional();

/** Query parameters of `GET /services`. */
export const servicesQuerySchema = z
  .object({
    search: z.string().max(LONGEST_TEXT).optional(),
    owner: listOf(text),
    system: listOf(text),
    lifecycle: listOf(text),
    grade: listOf(z.enum(['A', 'B', 'C', 'D', 'F'])),
    status: listOf(
      z.enum(['pending', 'scanned', 'stale', 'failed', 'not-applicable']),
    ),
    error: listOf(scanErrorCode),
    host: text.optional(),
    gate: z.enum(['pass', 'fail']).optional(),
    rule: text.optional(),
    category: category.optional(),
    campaign: text.optional(),
    fleet: text.optional(),
    openRules: flag.optional(),
    fleetFacts: flag.optional(),
    severity: z.enum(['critical', 'high', 'medium', 'low', 'info']).optional(),
    sort: z
      .enum(['name', 'owner', 'score', 'hitRate', 'critical', 'scannedAt'])
      .optional(),
    order: z.enum(['asc', 'desc']).optional(),
    limit,
    cursor,
  })
  .strict();

/** Query parameters of `GET /services/export`. */
export const servicesExportSchema = servicesQuerySchema
  .omit({ limit: true, cursor: true })
  .extend({ format: z.enum(['csv', 'json', 'ndjson']) });

/** Query parameters of `GET /report/owners`. */
export const ownersQuerySchema = z
  .object({
    sort: z.enum(['score', 'services', 'name']).optional(),
    limit: z.coerce.number().int().min(1).max(50).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  })
  .strict();

/** Body of `POST /report/scans/retry`. */
export const scanRetrySchema = z
  .object({ code: scanErrorCode.optional(), host: text.optional() })
  .strict();

/** Query parameters of the list of a service's builds. */
export const buildsQuerySchema = z.object({ limit, cursor }).strict();

/** Query parameters of measures. */
export const measuresQuerySchema = z
  .object({ days: z.coerce.number().int().min(1).max(365).optional() })
  .strict();

const optionalText = z.string().optional();

/**
 * Query parameters of `POST /builds`. What is in them is checked where builds
 * are stored; a CI job may send empty values.
 */
export const submissionSchema = z
  .object({
    entityRef,
    startedAt: optionalText.transform(value => value || undefined),
    commit: optionalText,
    branch: optionalText,
    provider: optionalText,
    runId: optionalText,
    attempt: z.preprocess(
      value => (value === '' ? undefined : value),
      z.coerce.number().optional(),
    ),
    image: optionalText,
    runUrl: optionalText,
    moduleFilesDigest: optionalText,
  })
  .strict();

/** Path parameters that name an entity, as an entity ref. */
export const entityPathSchema = z
  .object({ kind: text, namespace: text, name: text })
  .transform(name => stringifyEntityRef(name));

/** Throws `InputError` that names the parameter and what is wrong with it. */
export function parseRequest<T extends z.ZodTypeAny>(
  schema: T,
  input: unknown,
): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const reasons = result.error.issues.map(issue =>
    issue.path.length > 0
      ? `${issue.path.join('.')}: ${issue.message}`
      : issue.message,
  );
  throw new InputError(`Invalid request: ${reasons.join('; ')}`);
}
