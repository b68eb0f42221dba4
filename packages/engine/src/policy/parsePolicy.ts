/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineCounter, parseDocument, visit } from 'yaml';
import { builderProfileKinds } from '../cache/applyProfile';
import { Problem } from '../problem';
import { rules } from '../rules';
import { Rule } from '../rules/types';
import { ReadingProblem } from '../sentences';
import { isMalformedPattern } from '../snapshot/matchPath';
import { PolicyReader, quote } from './PolicyReader';
import { readRuleSetting } from './readRuleSetting';
import { Policy, RuleSetting } from './types';

/** Characters of a policy; far above what real ones have. */
const MAXIMUM_LENGTH = 32 * 1024;

/** Brackets and list marks in each other; a policy has three. */
const MAXIMUM_DEPTH = 16;

const keys = [
  'version',
  'rules',
  'privateModules',
  'registries',
  'builder',
  'exclude',
] as const;

/**
 * A policy, or what is wrong with its text; a policy with something wrong is
 * none, so that nobody believes a rule to be set that is not.
 *
 * @public
 */
export interface PolicyReading {
  /** Undefined where there is a problem. */
  policy?: Policy;
  /** What is wrong, with line and column. */
  problems: Problem[];
}

/**
 * Reads a policy file. Never throws; unknown keys and rules are refused.
 *
 * @public
 */
export function parsePolicy(
  source: string,
  options: {
    /** What messages and reports call it. */
    path: string;
    /** The rules that it may name. Default: the catalogue. */
    rules?: readonly Rule[];
  },
): PolicyReading {
  const { path } = options;
  if (source.length > MAXIMUM_LENGTH) {
    const message: ReadingProblem = `The policy is longer than ${MAXIMUM_LENGTH} characters and was not read.`;
    return { problems: [{ path, code: 'too-large', message }] };
  }
  if (isTooDeep(source)) {
    const message: ReadingProblem =
      'The policy is nested too deeply and was not read.';
    return { problems: [{ path, line: 1, column: 1, code: 'parse', message }] };
  }
  const lines = new LineCounter();
  const reader = new PolicyReader(path, lines);
  let policy: Policy | undefined;
  try {
    policy = readDocument(source, {
      reader,
      lines,
      path,
      rules: options.rules ?? rules,
    });
  } catch {
    // Nesting that no parser with recursion gets through.
    reader.refuseAt(0, 'The policy cannot be read as YAML.');
  }
  const problems = reader.problems.sort(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return problems.length === 0 && policy ? { policy, problems } : { problems };
}

/**
 * The parser of YAML takes quadratic time for nesting. Brackets in texts count,
 * too: those are in pairs.
 */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const text of source.split('\n')) {
    if (/^\s*#/.test(text)) {
      continue;
    }
    if (/(?:[-?][ \t]+){16}/.test(text)) {
      return true;
    }
    for (const character of text) {
      if (character === '[' || character === '{') {
        depth++;
      } else if (character === ']' || character === '}') {
        depth = Math.max(0, depth - 1);
      }
      if (depth > MAXIMUM_DEPTH) {
        return true;
      }
    }
  }
  return false;
}

function readDocument(
  source: string,
  {
    reader,
    lines,
    path,
    rules: known,
  }: {
    reader: PolicyReader;
    lines: LineCounter;
    path: string;
    rules: readonly Rule[];
  },
): Policy | undefined {
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    // At 'silent', a second document would go unnoticed.
    logLevel: 'error',
    // Compared by the reader; here it would take quadratic time.
    uniqueKeys: false,
  });
  for (const { pos, message } of document.errors) {
    const [sentence] = message.split('\n');
    reader.refuseAt(pos[0], `This is no YAML: ${sentence}`);
  }
  if (document.errors.length > 0) {
    return undefined;
  }
  visit(document, {
    Alias: (_, node) => {
      reader.refuse(node, 'A policy has no aliases: write the value itself.');
      return visit.BREAK;
    },
  });
  const policy: Policy = {
    path,
    rules: {},
    privateModules: [],
    registries: [],
    exclude: [],
  };
  for (const { name, value } of reader.entries(
    document.contents,
    'The policy',
    { known: keys, noun: 'setting' },
  )) {
    switch (name as (typeof keys)[number]) {
      case 'version':
        reader.number(value, 'version', { minimum: 1, maximum: 1 });
        break;
      case 'rules':
        policy.rules = readRules(value, { reader, rules: known });
        break;
      case 'privateModules':
        policy.privateModules = reader.texts(value, name, modulePattern);
        break;
      case 'registries':
        policy.registries = reader.texts(value, name, registry);
        break;
      case 'builder':
        policy.builder = reader.choice(value, name, builderProfileKinds);
        break;
      case 'exclude':
        policy.exclude = reader.texts(value, name, pathPattern);
        break;
      default:
    }
  }
  return policy;
}

function readRules(
  node: unknown,
  { reader, rules: known }: { reader: PolicyReader; rules: readonly Rule[] },
): Policy['rules'] {
  const byId = new Map(known.map(rule => [rule.id, rule]));
  return Object.fromEntries(
    reader
      .entries(node, 'rules', { known: [...byId.keys()], noun: 'rule' })
      .flatMap(({ name, value }): [string, RuleSetting][] => {
        const rule = byId.get(name);
        const setting = rule && readRuleSetting(value, { rule, reader });
        return setting ? [[name, setting]] : [];
      }),
  );
}

/** https://pkg.go.dev/cmd/go#hdr-Configuration_for_downloading_non_public_code */
function modulePattern(text: string): ReadingProblem | undefined {
  if (/[\s,]/.test(text)) {
    return `${quote(
      text,
    )} is more than one pattern: give each an entry of its own.`;
  }
  if (/^[a-z]+:\/\//i.test(text)) {
    return `${quote(text)} has a scheme, and no module path does.`;
  }
  return isMalformedPattern(text)
    ? `${quote(text)} is no pattern that Go can read.`
    : undefined;
}

function registry(text: string): ReadingProblem | undefined {
  return /^[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*(?::\d{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/.test(
    text,
  )
    ? undefined
    : `${quote(
        text,
      )} is no registry: give its host, and a path if need be, without scheme and tag.`;
}

function pathPattern(text: string): ReadingProblem | undefined {
  const clean = text.replace(/^\.?\//, '').replace(/(?<!\/)\/+$/, '');
  if (clean === '' || clean === '.') {
    return `${quote(text)} would leave out the whole repository.`;
  }
  if (clean.split('/').some(part => part === '..' || part === '')) {
    return `${quote(text)} is no path inside a repository.`;
  }
  return clean.split('/').some(isMalformedPattern)
    ? `${quote(text)} has a bracket without an end.`
    : undefined;
}
