/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What the field puts into the form, and what it can be told. */
export const fixesFieldSchema = makeFieldSchema({
  output: z =>
    z.object({
      service: z
        .string()
        .optional()
        .describe('The service, such as component:default/orders'),
      rules: z
        .array(z.string())
        .optional()
        .describe('Rules whose findings are fixed'),
      diffDigest: z
        .string()
        .optional()
        .describe('SHA-256 of the diff that the field has shown'),
      changes: z
        .array(z.string())
        .optional()
        .describe('The fixes in words, for the review step'),
      score: z
        .string()
        .optional()
        .describe('The score before and after, for the review step'),
    }),
  uiOptions: z =>
    z.object({
      needsRepository: z
        .boolean()
        .optional()
        .describe(
          'Whether a service is refused whose files are in no repository of a host',
        ),
    }),
});

/** A service, and the fixes that were chosen for it. */
export type FixesValue = typeof fixesFieldSchema.TOutput;

/** What the scaffolder hands to the field. */
export type FixesFieldProps = typeof fixesFieldSchema.TProps;
