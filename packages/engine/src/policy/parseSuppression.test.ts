/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { parseSuppression } from './parseSuppression';

const known = ['cache/hit-rate', 'image/shell-form', 'modules/replace-fork'];

describe('parseSuppression', () => {
  it.each<[string, object]>([
    [
      ' ignore image/shell-form -- the wrapper traps signals',
      {
        scope: 'next',
        rules: ['image/shell-form'],
        reason: 'the wrapper traps signals',
      },
    ],
    [
      'ignore-file cache/hit-rate, image/shell-form  -- built once a year',
      {
        scope: 'file',
        rules: ['cache/hit-rate', 'image/shell-form'],
        reason: 'built once a year',
      },
    ],
    [
      'ignore image/shell-form image/shell-form -- x (until 2027-01-31)',
      {
        scope: 'next',
        rules: ['image/shell-form'],
        reason: 'x',
        until: '2027-01-31',
      },
    ],
    [
      'ignore image/shell-form -- moves (see above), until 2027-01-31.\r',
      {
        scope: 'next',
        rules: ['image/shell-form'],
        reason: 'moves (see above)',
        until: '2027-01-31',
      },
    ],
    [
      'ignore image/shell-form -- waits until the next release -- then goes',
      {
        scope: 'next',
        rules: ['image/shell-form'],
        reason: 'waits until the next release -- then goes',
      },
    ],
    [
      'ignore image/shell-form -- 兼容旧平台',
      { scope: 'next', rules: ['image/shell-form'], reason: '兼容旧平台' },
    ],
  ])('reads %j', (text, expected) => {
    expect(parseSuppression(text, known)).toEqual(expected);
  });

  it.each<[string, RegExp]>([
    ['', /says ``, which is nothing known/],
    ['disable image/shell-form -- x', /says `disable`/],
    ['ignore', /names no rule/],
    ['ignore -- because', /names no rule/],
    ['ignore image/shell-from -- x', /did you mean `image\/shell-form`\?/],
    ['ignore all -- x', /names `all`, and there is no such rule/],
    ['ignore image/shell-form', /gives no reason/],
    ['ignore image/shell-form --', /gives no reason/],
    ['ignore image/shell-form -- .', /gives no reason/],
    ['ignore image/shell-form -- until 2027-01-31', /gives no reason/],
    ['ignore image/shell-form because', /names `because`/],
    ['ignore image/shell-form - x', /names `-`/],
    ['ignore image/shell-form --x', /names `--x`/],
    ['ignore image/shell-form -- x until 2027-02-29', /`2027-02-29`.* no day/],
    ['ignore image/shell-form -- x until 2027', /`2027`, which is no day/],
  ])('refuses %j', (text, objection) => {
    expect(parseSuppression(text, known)).toEqual({
      objection: expect.stringMatching(objection),
    });
  });

  it('takes known rules with a reason only, whatever is written', () => {
    const words = fc.constantFrom(
      ...['ignore', 'ignore-file', ' ', ' -- ', '--', ',', 'until ', '(', ')'],
      ...['2027-01-31', '2027-13-01', 'because', ...known, 'x/y', '\r'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), {
          maxLength: 12,
        }),
        parts => {
          const parsed = parseSuppression(parts.join(''), known);
          const taken =
            'objection' in parsed
              ? { rules: [known[0]], reason: parsed.objection }
              : parsed;
          expect(taken.rules.length).toBeGreaterThan(0);
          expect(known).toEqual(expect.arrayContaining(taken.rules));
          expect(taken.reason).toMatch(/[\p{L}\p{N}]/u);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
