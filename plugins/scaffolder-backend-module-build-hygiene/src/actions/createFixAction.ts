/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describePullRequest,
  FixPlan,
  planFixes,
  rules as allRules,
  scan,
} from '@build-hygiene/engine';
import { writeChanges } from '@build-hygiene/local-snapshot';
import { readService } from '../workspace/readService';
import { serviceInput } from '../workspace/serviceInput';
import { fixExamples } from './createFixAction.examples';

/**
 * Applies verified fixes to the files in the workspace. They are made anew for
 * these files; what does not hold for them ends the task, and changes nothing.
 */
export function createFixAction() {
  return createTemplateAction({
    id: 'build-hygiene:fix',
    description:
      'Applies verified fixes to the Dockerfiles, Go modules and pipelines of a folder',
    examples: fixExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...serviceInput,
        rules: z =>
          z
            .array(z.string())
            .min(1)
            .optional()
            .describe('Rules whose findings are fixed; default: all'),
        safeOnly: z =>
          z
            .boolean()
            .optional()
            .describe('Leaves out what a person has to look at'),
        diffDigest: z =>
          z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional()
            .describe(
              'SHA-256 of the diff that was agreed to; ends the task where it has become another one',
            ),
        changesPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace that the changed files are copied to, for a pull request',
            ),
      },
      output: {
        title: z => z.string().describe('Title of a pull request'),
        body: z => z.string().describe('Text of a pull request, in Markdown'),
        diff: z => z.string().describe('Unified diff of all changes'),
        changed: z => z.array(z.string()).describe('Changed and new files'),
        scoreBefore: z => z.number().nullable(),
        scoreAfter: z => z.number().nullable(),
      },
    },
    async handler(ctx) {
      const { rules, safeOnly, diffDigest, changesPath } = ctx.input;
      expectRules(rules ?? []);
      const { folder, snapshot, options } = await readService(ctx, ctx.input);
      const plan = planFixes(snapshot, {
        ...options,
        ...(rules && { rules }),
        ...(safeOnly && { safeOnly }),
      });
      expectFixes(plan, rules);
      if (diffDigest !== undefined && diffDigest !== digestOf(plan.diff)) {
        throw new ConflictError(
          'These are not the changes that were looked at: the repository has changed since, or other fixes were chosen. Scan it again, and look at the new diff',
        );
      }
      const { report } = scan(snapshot, options);
      const { title, body } = describePullRequest(plan, report);
      for (const fix of plan.fixes) {
        ctx.logger.info(`${fix.rule}: ${fix.title} (score ${fix.scoreAfter})`);
      }
      await writeChanges(folder, { snapshot, changes: plan.changes });
      const changed = plan.changes.map(change => change.path);
      if (changesPath !== undefined) {
        await copyFiles(
          folder,
          resolveSafeChildPath(ctx.workspacePath, changesPath),
          changed,
        );
      }
      ctx.output('title', title);
      ctx.output('body', body);
      ctx.output('diff', plan.diff);
      ctx.output('changed', changed);
      ctx.output('scoreBefore', plan.scoreBefore);
      ctx.output('scoreAfter', plan.fixes.at(-1)?.scoreAfter ?? null);
    },
  });
}

function expectRules(ids: readonly string[]): void {
  const unknown = ids.filter(id => !allRules.some(rule => rule.id === id));
  if (unknown.length > 0) {
    throw new InputError(`There is no rule ${unknown.join(', ')}`);
  }
}

/** All that was asked for, or nothing. */
function expectFixes(
  { fixes, rejected }: FixPlan,
  rules: readonly string[] | undefined,
): void {
  const missing = (rules ?? []).filter(
    id => !fixes.some(({ rule }) => rule === id),
  );
  if (missing.length > 0) {
    const reasons = missing.map(id => {
      const reason = rejected.find(({ rule }) => rule === id)?.reason;
      return reason === undefined ? id : `${id} (${reason})`;
    });
    throw new ConflictError(
      `In these files there is no fix for ${reasons.join(
        ', ',
      )}: scan the repository again`,
    );
  }
  if (fixes.length === 0) {
    throw new InputError('In these files there is nothing to fix');
  }
}

function digestOf(diff: string): string {
  return createHash('sha256').update(diff).digest('hex');
}

async function copyFiles(
  from: string,
  to: string,
  paths: readonly string[],
): Promise<void> {
  for (const name of paths) {
    const target = resolveSafeChildPath(to, name);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.copyFile(resolveSafeChildPath(from, name), target);
  }
}
