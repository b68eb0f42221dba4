/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { explainChecks } from './explainChecks';
import { scoreChecks } from './scoreChecks';
import { severityWeights } from './scoringTable';
import { CheckState, ScoredCheck, Severity } from './types';

function check(
  state: CheckState,
  severity: Severity,
  rule = `${severity}/${state}`,
): ScoredCheck {
  return { rule, state, severity };
}

const severity = fc.constantFrom<Severity>(
  'critical',
  'high',
  'medium',
  'low',
  'info',
);

function scoredCheck(states: CheckState[]): fc.Arbitrary<ScoredCheck> {
  return fc
    .record({
      rule: fc.constantFrom(
        ...'abcdefghijkl'.split('').map(id => `rule/${id}`),
      ),
      severity,
      state: fc.constantFrom(...states),
      value: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      weight: fc.constantFrom(undefined, 0.1, 0.5, 1, 3, 10),
    })
    .map(({ weight, ...rest }) => ({
      ...rest,
      ...(weight !== undefined && { weight }),
    }));
}

const anyService = fc.array(
  scoredCheck([
    'pass',
    'fail',
    'partial',
    'not-applicable',
    'waived',
    'error',
    'pending',
  ]),
  { maxLength: 40 },
);
const ratedService = fc.array(scoredCheck(['pass', 'fail', 'partial']), {
  minLength: 1,
  maxLength: 40,
});

function exact(checks: ScoredCheck[]): number {
  const { value, raw, cap, status } = scoreChecks(checks);
  expect(status === 'rated').toBe(value !== undefined);
  const factor = { critical: 0.6, high: 0.9, none: 1 }[cap ?? 'none'];
  return (raw ?? 0) * factor;
}

describe('scoreChecks', () => {
  it('weighs a rule as a policy says', () => {
    const checks = [check('fail', 'low'), check('pass', 'medium')];
    expect(scoreChecks(checks).value).toBe(75);
    const [low, medium] = checks;
    expect(scoreChecks([{ ...low, weight: 3 }, medium]).value).toBe(50);
    expect(scoreChecks([low, { ...medium, weight: 3 }]).value).toBe(90);
    // What is blocking is so whatever it weighs.
    expect(
      scoreChecks([{ ...low, weight: 0.1, blocking: true }, medium]).gate,
    ).toBe('fail');
  });

  it.each<[string, ScoredCheck[], ReturnType<typeof scoreChecks>]>([
    [
      'everything passes',
      [check('pass', 'critical'), check('pass', 'low')],
      {
        status: 'rated',
        value: 100,
        grade: 'A',
        coverage: 1,
        gate: 'pass',
        raw: 100,
      },
    ],
    [
      'an open critical scales by 0.6 and fails the gate',
      [
        check('fail', 'critical'),
        check('pass', 'critical'),
        check('pass', 'critical', 'x'),
      ],
      // 100 · 20/30 · 0.6 = 40
      {
        status: 'rated',
        value: 40,
        grade: 'F',
        coverage: 1,
        gate: 'fail',
        raw: expect.closeTo(66.6667, 3),
        cap: 'critical',
      },
    ],
    [
      'an open high scales by 0.9 and passes the gate',
      [
        check('fail', 'high'),
        check('pass', 'critical'),
        check('pass', 'medium'),
        check('pass', 'low'),
      ],
      // 100 · 14/20 · 0.9 = 63
      {
        status: 'rated',
        value: 63,
        grade: 'D',
        coverage: 1,
        gate: 'pass',
        raw: expect.closeTo(70, 9),
        cap: 'high',
      },
    ],
    [
      'several units: passing units / units',
      [
        check('pass', 'medium', 'a'),
        check('fail', 'medium', 'a'),
        check('pass', 'medium', 'b'),
      ],
      {
        status: 'rated',
        value: 75,
        grade: 'C',
        coverage: 1,
        gate: 'pass',
        raw: 75,
      },
    ],
    [
      'not applicable and waived leave both sums',
      [
        check('pass', 'medium'),
        check('not-applicable', 'critical'),
        check('waived', 'critical'),
      ],
      {
        status: 'rated',
        value: 100,
        grade: 'A',
        coverage: 1,
        gate: 'pass',
        raw: 100,
      },
    ],
    [
      'pending lowers the coverage only',
      [check('pass', 'medium'), check('pending', 'low')],
      {
        status: 'rated',
        value: 100,
        grade: 'A',
        coverage: 0.75,
        gate: 'pass',
        raw: 100,
      },
    ],
    [
      'an error lowers the coverage, and is no gain',
      [check('pass', 'medium'), check('error', 'low')],
      {
        status: 'rated',
        value: 75,
        grade: 'C',
        coverage: 0.75,
        gate: 'pass',
        raw: 100,
      },
    ],
    [
      'too little rated',
      [check('pass', 'low'), check('error', 'low', 'x')],
      {
        status: 'not-rated',
        coverage: 0.5,
        gate: 'pass',
        reason: 'Only 50 % of what applies could be rated; 60 % are needed.',
      },
    ],
    [
      'exactly the needed coverage is enough',
      [
        check('pass', 'medium'),
        check('pending', 'low', 'x'),
        check('pending', 'low', 'y'),
      ],
      {
        status: 'rated',
        value: 100,
        grade: 'A',
        coverage: 0.6,
        gate: 'pass',
        raw: 100,
      },
    ],
    [
      'nothing',
      [],
      {
        status: 'not-applicable',
        coverage: 1,
        gate: 'pass',
        reason: expect.any(String),
      },
    ],
    [
      'only rules without weight',
      [check('fail', 'info')],
      {
        status: 'not-applicable',
        coverage: 1,
        gate: 'pass',
        reason: expect.any(String),
      },
    ],
  ])('%s', (_name, checks, expected) => {
    expect(scoreChecks(checks)).toEqual(expected);
  });

  it('lets a rule block, or not, whatever its severity', () => {
    const blocking = { ...check('fail', 'low'), blocking: true };
    const lenient = { ...check('fail', 'critical'), blocking: false };
    expect(scoreChecks([blocking]).gate).toBe('fail');
    expect(scoreChecks([lenient]).gate).toBe('pass');
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(anyService, checks => {
        const { value, raw, coverage } = scoreChecks(checks);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(100);
        expect(Number.isInteger(value ?? 0)).toBe(true);
        expect(value ?? 0).toBeLessThanOrEqual((raw ?? 100) + 1e-9);
      }),
    );
  });

  it('gains with every fix', () => {
    fc.assert(
      fc.property(ratedService, fc.nat(), (checks, pick) => {
        const open = checks.filter(
          ({ state, severity: level }) =>
            state !== 'pass' && severityWeights[level] > 0,
        );
        fc.pre(open.length > 0);
        const chosen = open[pick % open.length];
        const fixed = checks.map(
          (other): ScoredCheck =>
            other === chosen ? { ...other, state: 'pass' } : other,
        );
        expect(exact(fixed)).toBeGreaterThan(exact(checks));
        const explained = explainChecks(checks).find(
          ({ check: other }) => other === chosen,
        );
        expect(explained?.delta).toBeCloseTo(exact(fixed) - exact(checks), 6);
      }),
    );
  });

  it('does not care about what is not applicable', () => {
    fc.assert(
      fc.property(
        anyService,
        scoredCheck(['not-applicable']),
        (checks, extra) => {
          expect(scoreChecks([...checks, extra])).toEqual(scoreChecks(checks));
        },
      ),
    );
  });

  it('has raw deltas that add up to what is missing', () => {
    fc.assert(
      fc.property(ratedService, checks => {
        const { raw } = scoreChecks(checks);
        fc.pre(raw !== undefined);
        const total = explainChecks(checks).reduce(
          (sum, { rawDelta }) => sum + rawDelta,
          0,
        );
        expect(total).toBeCloseTo(100 - (raw ?? 0), 6);
      }),
    );
  });

  it('does not care about the order', () => {
    fc.assert(
      fc.property(
        anyService.chain(checks =>
          fc.tuple(
            fc.constant(checks),
            fc.shuffledSubarray(checks, { minLength: checks.length }),
          ),
        ),
        ([checks, shuffled]) => {
          expect(scoreChecks(shuffled)).toEqual(scoreChecks(checks));
        },
      ),
    );
  });

  it('means by 100 that nothing is open, and by A nothing critical or high', () => {
    fc.assert(
      fc.property(anyService, checks => {
        const { value, grade } = scoreChecks(checks);
        const open = checks.filter(
          ({ state, severity: level }) =>
            (state === 'fail' || state === 'partial' || state === 'error') &&
            severityWeights[level] > 0,
        );
        const serious = open.filter(
          ({ state, severity: level }) =>
            state !== 'partial' && (level === 'critical' || level === 'high'),
        );
        expect(value === 100 ? open : []).toEqual([]);
        expect(grade === 'A' ? serious : []).toEqual([]);
      }),
    );
  });

  it('is never raised by an error', () => {
    fc.assert(
      fc.property(anyService, fc.nat(), (checks, pick) => {
        fc.pre(checks.length > 0);
        const failing = pick % checks.length;
        const errored = checks.map(
          (other, index): ScoredCheck =>
            index === failing ? { ...other, state: 'error' } : other,
        );
        const before = scoreChecks(checks);
        const after = scoreChecks(errored);
        fc.pre(before.value !== undefined && after.value !== undefined);
        // A waived check, a pending one or one that did not apply had no part.
        fc.pre(['pass', 'fail', 'partial'].includes(checks[failing].state));
        expect(after.value).toBeLessThanOrEqual(before.value ?? 0);
      }),
    );
  });
});
