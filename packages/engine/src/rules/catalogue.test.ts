/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { failureClasses } from '../builds/diagnosis/failureClasses';
import { buildCacheModel } from '../cache';
import { findGoModules } from '../gomod';
import { maskSecrets } from '../secrets';
import { analyse } from '../analysis/analyse';
import { evaluateRules } from '../analysis/evaluateRules';
import { CheckOutcome } from '../analysis/types';
import { changedText } from '../fixes/applyChanges';
import { tryFix } from '../fixes/tryFix';
import { Policy, SubjectPolicy } from '../policy/types';
import { createSnapshot, Snapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { rules, rulesetVersion } from './catalogue';
import { describeRule } from './describeRule';
import { Finding, Rule, RuleExample } from './types';

type Files = Record<string, string>;

function snapshotOf(
  files: Files,
  { sizes = {} }: Pick<RuleExample, 'sizes'> = {},
): Snapshot {
  return createSnapshot({
    files: Object.entries(files),
    tree: Object.entries(files).map(([path, text]) => ({
      path,
      kind: 'file' as const,
      size: sizes[path] ?? Buffer.byteLength(text),
    })),
  });
}

function evaluate(
  rule: Rule,
  files: Files,
  {
    measured,
    moduleFacts,
    policy,
    ...sizes
  }: Pick<RuleExample, 'sizes' | 'measured' | 'moduleFacts' | 'policy'> = {},
): CheckOutcome[] {
  const snapshot = snapshotOf(files, sizes);
  const modules = findGoModules(snapshot);
  const units = findBuildUnits(snapshot, { modules });
  const models = units.map(unit =>
    buildCacheModel(unit, { snapshot, modules }),
  );
  return evaluateRules([rule], {
    snapshot,
    models,
    modules,
    measured,
    moduleFacts,
    ...(policy && { policy: policyOf(rule, policy) }),
  })
    .filter(
      ({ subject }) => subject !== undefined || rule.scope === 'repository',
    )
    .map(({ outcome }) => outcome);
}

function policyOf(
  { id }: Rule,
  { parameters, ...known }: Partial<SubjectPolicy>,
): Policy {
  return {
    path: 'policy.yaml',
    rules: parameters ? { [id]: { parameters } } : {},
    privateModules: [],
    registries: [],
    exclude: [],
    ...known,
  };
}

function findingsOf(outcomes: CheckOutcome[]): Finding[] {
  return outcomes.flatMap(outcome =>
    'findings' in outcome ? outcome.findings : [],
  );
}

function places(findings: Finding[]): string[] {
  return findings.map(({ path, line }) => `${path}:${line}`);
}

/** Whether an excerpt's line is that of the file; `***` stands for any text. */
function shows(excerpt: string, line: string): boolean {
  const [first, ...rest] = excerpt.split('***');
  const last = rest[rest.length - 1];
  return last === undefined
    ? line === first
    : line.startsWith(first) && line.endsWith(last);
}

function examplesOf(select: (rule: Rule) => RuleExample[]) {
  return rules.flatMap(rule =>
    select(rule).map(
      example => [`${rule.id}: ${example.name}`, rule, example] as const,
    ),
  );
}

describe('rules', () => {
  it('are sorted by ids that are unique and start with the category', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { id, category } of rules) {
      expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
      expect(id.split('/')[0]).toBe(category);
    }
    expect(rulesetVersion).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s explains itself',
    (_, rule) => {
      const texts = [rule.title.pass, rule.title.fail, rule.why, rule.howToFix];
      for (const text of texts) {
        expect(text.trim().length).toBeGreaterThan(10);
        expect(text).toBe(text.trim());
      }
      expect(rule.title.pass).not.toBe(rule.title.fail);
      for (const text of [rule.why, rule.howToFix]) {
        expect(text).toMatch(/[.`]$/);
      }
      expect(rule.sources.length).toBeGreaterThan(0);
      for (const source of rule.sources) {
        expect(new URL(source).protocol).toBe('https:');
      }
      const known = failureClasses.map(({ id }) => id);
      expect(known).toEqual(expect.arrayContaining(rule.prevents));
    },
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s has examples of each way to do it right and wrong',
    (_, { examples }) => {
      expect(examples.good.length).toBeGreaterThanOrEqual(4);
      expect(examples.bad.length).toBeGreaterThanOrEqual(3);
      const names = [...examples.good, ...examples.bad].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { findings } of examples.bad) {
        expect(findings?.length).toBeGreaterThan(0);
      }
      for (const { findings } of examples.good) {
        expect(findings).toBeUndefined();
      }
      // What a text search would take for the mistake, and is none.
      expect(examples.good.some(({ nearMiss }) => nearMiss)).toBe(true);
      expect(examples.bad.some(({ nearMiss }) => nearMiss)).toBe(false);
    },
  );
});

describe('good examples', () => {
  it.each(examplesOf(({ examples }) => examples.good))(
    '%s',
    (_, rule, { files, ...figures }) => {
      const outcomes = evaluate(rule, files, figures);
      expect(findingsOf(outcomes)).toEqual([]);
      expect(outcomes.map(({ state }) => state)).not.toContain('error');
    },
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s passes at least one of them',
    (_, rule) => {
      const states = rule.examples.good.flatMap(({ files, ...figures }) =>
        evaluate(rule, files, figures).map(({ state }) => state),
      );
      expect(states).toContain('pass');
    },
  );
});

describe('bad examples', () => {
  it.each(examplesOf(({ examples }) => examples.bad))(
    '%s',
    (_, rule, { files, findings, ...figures }) => {
      expect(places(findingsOf(evaluate(rule, files, figures)))).toEqual(
        findings,
      );
    },
  );

  it.each(examplesOf(({ examples }) => examples.bad))(
    'show the lines of the file: %s',
    (_, rule, { files, ...figures }) => {
      for (const finding of findingsOf(evaluate(rule, files, figures))) {
        const { path, line, endLine, excerpt, message } = finding;
        expect(message).toMatch(/^\S.*\.$/s);
        // What a message says itself is no secret to be masked.
        expect(message).not.toContain('***');
        expect(endLine).toBeGreaterThanOrEqual(line);
        if (excerpt === '') {
          continue;
        }
        const lines = files[path].split(/\r?\n/).slice(line - 1, endLine);
        const shown = excerpt.split('\n');
        expect(shown.length).toBe(Math.min(lines.length, 3));
        for (const [index, text] of shown.entries()) {
          expect(shows(text, lines[index])).toBe(true);
        }
      }
    },
  );
});

describe('fixes', () => {
  const fixable = examplesOf(({ examples, propose }) =>
    propose ? examples.bad.filter(({ fixed }) => fixed) : [],
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s has examples of its fixes exactly when it makes some',
    (_, { examples, propose }) => {
      expect(examples.bad.some(({ fixed }) => fixed)).toBe(
        propose !== undefined,
      );
      expect(examples.good.some(({ fixed }) => fixed)).toBe(false);
    },
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s makes fixes exactly when it says so',
    (_, { fix, propose }) => {
      expect(fix === 'auto').toBe(propose !== undefined);
    },
  );

  it.each(fixable)('%s', (_, rule, example) => {
    const { files, fixed, sizes, measured, moduleFacts, policy } = example;
    const options = {
      ...(measured && { measured }),
      ...(moduleFacts && { moduleFacts }),
      ...(policy && { policy: policyOf(rule, policy) }),
    };
    const snapshot = snapshotOf(files, { sizes });
    const analysis = analyse(snapshot, options);
    const tried = analysis.checks
      .filter(check => check.rule.id === rule.id)
      .flatMap(check => tryFix(check, { snapshot, analysis, options }) ?? []);
    expect(
      Object.fromEntries(
        tried
          .flatMap(({ fix }) => fix.changes)
          .map(change => [change.path, changedText(snapshot, change)]),
      ),
    ).toEqual(fixed);
    for (const { fix } of tried) {
      expect(fix).toMatchObject({ verified: true });
      expect(fix.review !== undefined).toBe(fix.safety === 'needs-review');
    }
  });
});

describe('findings', () => {
  const secrets = [
    // Not real: made up in the shape of such tokens.
    `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`,
    'Tr4vel-l1ght-And-far',
  ];

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s shows no secret that stands beside its evidence',
    (_, rule) => {
      for (const { files } of rule.examples.bad) {
        const [token, password] = secrets;
        const spiked = Object.fromEntries(
          Object.entries(files).map(([path, text]) => [
            path,
            path.endsWith('Dockerfile')
              ? text.replace(
                  /^(RUN|CMD|ENTRYPOINT)((?: --\S+)*) (?![["<\\])/gm,
                  `$1$2 API_TOKEN=${token} DB_PASSWORD=${password} `,
                )
              : text,
          ]),
        );
        for (const finding of findingsOf(evaluate(rule, spiked))) {
          const shown = `${finding.message}\n${finding.excerpt}`;
          for (const secret of secrets) {
            expect(shown).not.toContain(secret);
          }
          expect(maskSecrets(shown)).toBe(shown);
        }
      }
    },
  );

  const mutations = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 12 }),
      insert: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          '\n',
          '\\\n',
          '"',
          "'",
          '$',
          '${',
          '$(',
          '\0',
          '\r',
          '<<EOF\n',
          'FROM ',
          'RUN --mount=type=cache,target=',
          'COPY --from=',
          '=> ../',
          '[',
          '*',
          '..',
          '\u{1F600}',
        ),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s judges mutilated examples without throwing',
    (_, rule) => {
      const examples = [...rule.examples.good, ...rule.examples.bad];
      fc.assert(
        fc.property(
          fc.constantFrom(...examples),
          fc.nat(),
          mutations,
          ({ files, moduleFacts }, choice, edits) => {
            const paths = Object.keys(files);
            const chosen = paths[choice % paths.length];
            let text = files[chosen];
            for (const { at, remove, insert } of edits) {
              const index = Math.floor(at * text.length);
              text = text.slice(0, index) + insert + text.slice(index + remove);
            }
            const mutated = { ...files, [chosen]: text };
            for (const finding of findingsOf(
              evaluate(rule, mutated, { moduleFacts }),
            )) {
              const lines = (mutated[finding.path] ?? '').split('\n').length;
              expect(finding.line).toBeGreaterThanOrEqual(1);
              expect(finding.line).toBeLessThanOrEqual(lines);
              expect(finding.message).not.toBe('');
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('describeRule', () => {
  it('tells whether a finding blocks: critical ones do', () => {
    for (const rule of rules) {
      expect(describeRule(rule)).toMatchObject({
        id: rule.id,
        blocking: rule.severity === 'critical',
        title: rule.title,
      });
      expect(describeRule({ ...rule, blocking: true }).blocking).toBe(true);
      expect(describeRule({ ...rule, blocking: false }).blocking).toBe(false);
    }
  });

  it('gives plain data', () => {
    for (const rule of rules) {
      const description = describeRule(rule);
      expect(JSON.parse(JSON.stringify(description))).toEqual(description);
      expect(Object.keys(description).sort()).toEqual([
        'blocking',
        'category',
        'fix',
        'howToFix',
        'id',
        'parameters',
        'prevents',
        'severity',
        'sources',
        'title',
        'why',
      ]);
    }
  });
});
