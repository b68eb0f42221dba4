/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describeMarkdown, ScanReport, scan } from '@build-hygiene/engine';
import { readService } from '../workspace/readService';
import { serviceInput } from '../workspace/serviceInput';
import { checkExamples } from './createCheckAction.examples';

/**
 * Scans the workspace, tells what it finds, and can end the task below a score.
 */
export function createCheckAction() {
  return createTemplateAction({
    id: 'build-hygiene:check',
    description:
      'Scans the Dockerfiles, Go modules and pipelines of a folder, and gives its score',
    examples: checkExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...serviceInput,
        minimumScore: z =>
          z
            .number()
            .int()
            .min(0)
            .max(100)
            .optional()
            .describe('Ends the task where the score is lower'),
        requireGate: z =>
          z
            .boolean()
            .optional()
            .describe('Ends the task where the gate does not pass'),
      },
      output: {
        score: z =>
          z.number().nullable().describe('0 to 100; null where nothing counts'),
        grade: z => z.string().nullable().describe('A to F'),
        gate: z => z.string().describe('pass or fail'),
        open: z => z.number().describe('Checks that do not pass'),
        summary: z => z.string().describe('The findings as Markdown'),
      },
    },
    async handler(ctx) {
      const { minimumScore, requireGate } = ctx.input;
      const { snapshot, options } = await readService(ctx, ctx.input);
      const { report } = scan(snapshot, options);
      const open = openChecks(report);
      const { value, grade, gate } = report.score;
      ctx.logger.info(
        value === null
          ? 'Nothing counts for the score'
          : `Score ${value}, grade ${grade}, gate: ${gate}`,
      );
      for (const { rule, title, findings } of open) {
        const [first] = findings;
        ctx.logger.info(
          `${rule}: ${title}${first ? ` (${first.path}:${first.line})` : ''}`,
        );
      }
      ctx.output('score', value);
      ctx.output('grade', grade);
      ctx.output('gate', gate);
      ctx.output('open', open.length);
      ctx.output('summary', describeMarkdown(report));
      if (minimumScore !== undefined && (value ?? 0) < minimumScore) {
        throw new InputError(
          `The score is ${value ?? 'unknown'}, and has to be ${minimumScore}`,
        );
      }
      if (requireGate && gate !== 'pass') {
        throw new InputError('The gate does not pass');
      }
    },
  });
}

function openChecks({ checks }: ScanReport) {
  return checks.filter(({ state }) => state === 'fail' || state === 'partial');
}
