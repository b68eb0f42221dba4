/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { rules } from '../rules';
import { Rule, RuleExample } from '../rules/types';
import { createSnapshot } from '../snapshot';
import { analyse } from './analyse';
import { findingsOf } from './evaluateRules';

function analyseFiles(
  { files, sizes = {}, measured, moduleFacts, policy }: RuleExample,
  { id }: Rule,
) {
  const snapshot = createSnapshot({
    files: Object.entries(files),
    tree: Object.entries(files).map(([path, text]) => ({
      path,
      kind: 'file' as const,
      size: sizes[path] ?? Buffer.byteLength(text),
    })),
  });
  return analyse(snapshot, {
    ...(measured && { measured }),
    ...(moduleFacts && { moduleFacts }),
    ...(policy && {
      policy: {
        path: 'policy.yaml',
        rules: policy.parameters
          ? { [id]: { parameters: policy.parameters } }
          : {},
        privateModules: policy.privateModules ?? [],
        registries: policy.registries ?? [],
        exclude: [],
      },
    }),
  });
}

function checksOf(rule: Rule, example: RuleExample) {
  return analyseFiles(example, rule).checks.filter(
    check => check.rule.id === rule.id,
  );
}

/** The example with a comment above a line. */
function withComment(
  example: RuleExample,
  { path, line }: { path: string; line: number },
  text: string,
): RuleExample {
  const lines = example.files[path].split('\n');
  const sign = /go\.(?:mod|work)$/.test(path) ? '//' : '#';
  const indentation = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  lines.splice(line - 1, 0, `${indentation}${sign} ${text}`);
  return { ...example, files: { ...example.files, [path]: lines.join('\n') } };
}

/** Files that have no comments, or that are never read. */
const speechless =
  /(?:\.sum|\.json|modules\.txt|\.key|\.tfstate|kubeconfig|\.netrc|\.npmrc|\.env(?:\.\w+)?)$/;

describe('comments that except findings', () => {
  const cases = rules.map(rule => [rule.id, rule] as const);

  it.each(cases)('do for %s', (id, rule) => {
    const isExcepted = (
      example: RuleExample,
      place: { path: string; line: number },
      { at, verb }: { at: number; verb: string },
    ) =>
      checksOf(
        rule,
        withComment(
          example,
          { path: place.path, line: at },
          `build-hygiene: ${verb} ${id} -- as an example`,
        ),
      )
        .flatMap(findingsOf)
        .some(
          ({ path, suppressed }) =>
            path === place.path &&
            suppressed?.kind === 'inline' &&
            suppressed.path === path &&
            suppressed.line === at,
        );
    const missed: string[] = [];
    for (const example of rule.examples.bad) {
      for (const finding of checksOf(rule, example).flatMap(findingsOf)) {
        const { path, line } = finding;
        if (
          !speechless.test(path) &&
          !isExcepted(example, finding, { at: line, verb: 'ignore' }) &&
          // In the midst of a command that goes on, no comment can be.
          !isExcepted(example, finding, { at: 1, verb: 'ignore-file' })
        ) {
          missed.push(`${example.name}: ${path}:${line}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});
