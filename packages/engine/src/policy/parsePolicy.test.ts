/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { rules } from '../rules';
import { Rule } from '../rules/types';
import { parsePolicy } from './parsePolicy';

const [first] = rules;
const tunable: Rule = {
  ...first,
  id: 'cache/tunable',
  parameters: [
    {
      name: 'megabytes',
      description: 'How much is much.',
      type: 'number',
      default: 5,
      minimum: 1,
      maximum: 100,
    },
    {
      name: 'commands',
      description: 'What counts as a build.',
      type: 'texts',
      default: [],
    },
  ],
};
const known = [...rules, tunable];

function parse(source: string) {
  return parsePolicy(source, { path: 'p.yaml', rules: known });
}

const nothing = {
  path: 'p.yaml',
  rules: {},
  privateModules: [],
  registries: [],
  exclude: [],
};

describe('parsePolicy', () => {
  it('reads all that a policy can say', () => {
    expect(
      parse(`# ours
version: 1
rules:
  cache/hit-rate: off
  image/base-untagged: low
  image/shell-form: false
  security/root-user:
    severity: critical
    weight: 1.5
    blocking: false
    graceUntil: 2027-01-31
  cache/tunable:
    parameters: { megabytes: 20, commands: [make build, just build] }
  context/oversized:
privateModules: [git.example.com/shop, '*.corp.example.com']
registries:
  - registry.example.com
  - ghcr.io/example/base
builder: remote-max
exclude: [legacy/, '**/fixtures/*.Dockerfile']
`),
    ).toEqual({
      problems: [],
      policy: {
        path: 'p.yaml',
        rules: {
          'cache/hit-rate': { off: true },
          'image/base-untagged': { severity: 'low' },
          'image/shell-form': { off: true },
          'security/root-user': {
            severity: 'critical',
            weight: 1.5,
            blocking: false,
            graceUntil: '2027-01-31',
          },
          'cache/tunable': {
            parameters: {
              megabytes: 20,
              commands: ['make build', 'just build'],
            },
          },
          'context/oversized': {},
        },
        privateModules: ['git.example.com/shop', '*.corp.example.com'],
        registries: ['registry.example.com', 'ghcr.io/example/base'],
        builder: 'remote-max',
        exclude: ['legacy/', '**/fixtures/*.Dockerfile'],
      },
    });
  });

  it.each([
    ['nothing', ''],
    ['comments', '# none yet\n'],
    ['empty settings', 'rules:\nexclude:\nregistries: []\n'],
    ['a byte order mark and CRLF', '\uFEFFversion: 1\r\nrules: {}\r\n'],
  ])('takes %s as a policy that changes nothing', (_, source) => {
    expect(parse(source)).toEqual({ policy: nothing, problems: [] });
  });

  it('takes one text where a list is expected', () => {
    expect(parse('privateModules: example.com/shop\n').policy).toEqual({
      ...nothing,
      privateModules: ['example.com/shop'],
    });
  });

  it.each<[string, place: string, message: RegExp]>([
    ['rule: {}', '1:1', /no setting `rule`; did you mean `rules`\?$/],
    ['colour: red', '1:1', /no setting `colour`\.$/],
    [
      'rules:\n  cache/hitrate: off',
      '2:3',
      /no rule `cache\/hitrate`; did you mean `cache\/hit-rate`\?$/,
    ],
    ['rules:\n  x/y: off', '2:3', /no rule `x\/y`\.$/],
    [
      'rules:\n  image/shell-form: hgih',
      '2:21',
      /one of off, critical, high, medium, low, info; did you mean `high`/,
    ],
    ['rules:\n  image/shell-form: true', '2:21', /one of off/],
    ['rules:\n  image/shell-form: [off]', '2:21', /has to be a map/],
    [
      'rules:\n  image/shell-form:\n    sevrity: low',
      '3:5',
      /no setting of a rule `sevrity`; did you mean `severity`/,
    ],
    [
      'rules:\n  image/shell-form: {weight: 11}',
      '2:30',
      /number from 0\.1 to 10/,
    ],
    ['rules:\n  image/shell-form: {weight: 0}', '2:30', /number from 0\.1/],
    ['rules:\n  image/shell-form: {weight: .nan}', '2:30', /number from 0/],
    ['rules:\n  image/shell-form: {blocking: yes}', '2:32', /true or false/],
    [
      'rules:\n  image/shell-form: {graceUntil: 2027-02-30}',
      '2:34',
      /a day such as 2027-01-31/,
    ],
    ['rules:\n  image/shell-form: {graceUntil: soon}', '2:34', /a day such as/],
    [
      'rules:\n  cache/tunable: {parameters: {megabyte: 1}}',
      '2:32',
      /no parameter of cache\/tunable `megabyte`; did you mean `megabytes`/,
    ],
    [
      'rules:\n  cache/tunable: {parameters: {megabytes: 0}}',
      '2:43',
      /number from 1 to 100/,
    ],
    [
      'rules:\n  cache/tunable: {parameters: {commands: [1]}}',
      '2:43',
      /text of one line/,
    ],
    [
      'rules:\n  image/shell-form: off\n  image/shell-form: low',
      '3:3',
      /stands here twice/,
    ],
    ['rules: off', '1:8', /rules has to be a map/],
    ['- rules', '1:1', /policy has to be a map/],
    ['version: 2', '1:10', /number from 1 to 1/],
    ['builder: cold', '1:10', /one of warm, remote-max/],
    ['exclude: [/]', '1:11', /whole repository/],
    ['exclude: [../x]', '1:11', /no path inside/],
    ['exclude: ["a[b"]', '1:11', /bracket without an end/],
    ['exclude: {a: b}', '1:10', /text of one line/],
    ['privateModules: ["a.example, b.example"]', '1:18', /more than one/],
    ['privateModules: [https://a.example]', '1:18', /scheme/],
    ['registries: [https://a.example]', '1:14', /no registry/],
    ['registries: ["a.example/b:1"]', '1:14', /no registry/],
    ['exclude: &a [x]\nregistries: *a', '2:13', /no aliases/],
    ['rules: {', '1:9', /no YAML/],
    ['a: 1\n---\nb: 2', '2:1', /no YAML.*multiple documents/],
    ['rules:\n\t- x', '2:1', /no YAML/],
  ])('refuses %j at %s', (source, place, message) => {
    const { policy, problems } = parse(source);
    expect(policy).toBeUndefined();
    const [{ path, line, column, code, message: told }] = problems;
    expect({ path, code, place: `${line}:${column}` }).toEqual({
      path: 'p.yaml',
      code: 'parse',
      place,
    });
    expect(told).toMatch(message);
  });

  it('names everything that is wrong, but not without end', () => {
    expect(parse('a: 1\nbuilder: 2\nexclude: [..]\n').problems).toHaveLength(3);
    expect(
      parse(Array.from({ length: 500 }, (_, n) => `k${n}: 1\n`).join(''))
        .problems,
    ).toHaveLength(20);
  });

  it.each<[string, string]>([
    ['too much text', `#${'x'.repeat(70_000)}`],
    ['too deep nesting', `rules: ${'['.repeat(30_000)}`],
    ['too deep maps', '{a: '.repeat(15_000)],
    ['too many rules', `rules: {${'a: 1,'.repeat(10_000)}}`],
  ])('refuses %s', (_, source) => {
    const { policy, problems } = parse(source);
    expect(policy).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('never throws, and says what it did not take', () => {
    const words = fc.constantFrom(
      ...['rules:', '\n', '\n  ', ': ', '- ', '[', ']', '{', '}', '&a ', '*a'],
      ...['cache/hit-rate', 'off', 'high', 'exclude', 'weight', '"', "'", '|'],
      ...['2027-01-31', '!!', '!!set', '? ', '<<', '#', '\t', '\0', '0x10'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), {
          maxLength: 40,
        }),
        parts => {
          const source = parts.join('');
          const { policy, problems } = parse(source);
          expect(policy === undefined).toBe(problems.length > 0);
          const lines = source.split(/\r\n|\n|\r/).length;
          for (const { line, column, message } of problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
            expect(column).toBeGreaterThanOrEqual(1);
            expect(message).not.toMatch(/\n/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
