/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { scan } from '@build-hygiene/engine';
import { readService } from '../workspace/readService';
import { serviceInput } from '../workspace/serviceInput';
import { verifyExamples } from './createVerifyAction.examples';

/** Ends the task where one of the given rules still finds something. */
export function createVerifyAction() {
  return createTemplateAction({
    id: 'build-hygiene:verify',
    description:
      'Makes sure that given rules find nothing in a folder, and that its score is high enough',
    examples: verifyExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...serviceInput,
        rules: z =>
          z.array(z.string()).min(1).describe('Rules that have to pass'),
        minimumScore: z =>
          z
            .number()
            .int()
            .min(0)
            .max(100)
            .nullable()
            .optional()
            .describe('Ends the task where the score is lower'),
      },
      output: {
        score: z => z.number().nullable(),
      },
    },
    async handler(ctx) {
      const { rules, minimumScore } = ctx.input;
      const { snapshot, options } = await readService(ctx, ctx.input);
      const { report } = scan(snapshot, options);
      const open = rules.flatMap(id =>
        report.checks
          .filter(({ rule }) => rule === id)
          .filter(({ state }) => state !== 'pass' && state !== 'not-applicable')
          .map(({ findings: [first] }) =>
            first ? `${id} at ${first.path}:${first.line}` : id,
          ),
      );
      const unknown = rules.filter(
        id => !report.checks.some(({ rule }) => rule === id),
      );
      if (unknown.length > 0) {
        throw new InputError(`There is no rule ${unknown.join(', ')}`);
      }
      if (open.length > 0) {
        throw new InputError(`Still open: ${open.join(', ')}`);
      }
      const { value } = report.score;
      if (typeof minimumScore === 'number' && (value ?? 0) < minimumScore) {
        throw new InputError(
          `The score is ${value ?? 'unknown'}, and has to be ${minimumScore}`,
        );
      }
      ctx.logger.info(`${rules.join(', ')}: nothing found, score ${value}`);
      ctx.output('score', value);
    },
  });
}
