/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TemplateActionOptions } from '@backstage/plugin-scaffolder-node';

type InputSchema = NonNullable<
  NonNullable<TemplateActionOptions['schema']>['input']
>;

/** The copy of zod that the scaffolder hands over: types of another do not fit. */
type Zod = Parameters<InputSchema[string]>[0];

type Text = ReturnType<Zod['string']>;
type OptionalText = ReturnType<Text['optional']>;
type OptionalTexts = ReturnType<ReturnType<Text['array']>['optional']>;

/** The inputs by which each action finds the files of the service. */
export const serviceInput: {
  path: (zod: Zod) => OptionalText;
  dockerfiles: (zod: Zod) => OptionalTexts;
  context: (zod: Zod) => OptionalText;
  target: (zod: Zod) => OptionalText;
} = {
  path: zod =>
    zod
      .string()
      .optional()
      .describe(
        'Folder of the repository or service in the workspace; default: the workspace',
      ),
  dockerfiles: zod =>
    zod
      .string()
      .array()
      .optional()
      .describe('Dockerfiles to look at, from that folder; default: all'),
  context: zod =>
    zod
      .string()
      .optional()
      .describe('Build context of the Dockerfiles, from that folder'),
  target: zod => zod.string().optional().describe('Stage that is built'),
};
