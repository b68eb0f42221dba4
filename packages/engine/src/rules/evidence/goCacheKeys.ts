/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  majorVersion,
  readWorkflowJobs,
  usedAction,
  WorkflowJob,
} from '../../ci/readPipelines';
import { at, textAt, YamlMap, YamlText } from '../../ci/readYaml';
import { mapExpressions } from '../../ci/unknownText';
import {
  endOfLine,
  insertYamlEntry,
  lineBreakOf,
} from '../../edits/insertYamlEntry';
import { TextEdit } from '../../edits/types';
import { GoModule } from '../../gomod/types';
import { matchPath } from '../../snapshot/matchPath';
import { joinPath } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { startOfLine } from '../../edits/startOfLine';

/** A cache of Go modules whose key does not follow the modules. */
export interface StaleCacheKey {
  path: string;
  line: number;
  message: string;
  edit: TextEdit | undefined;
}

/** What workflows say of caches for Go modules. */
export interface GoCaches {
  /** How many steps of workflows cache modules. */
  steps: number;
  stale: StaleCacheKey[];
}

interface Surroundings {
  /** Paths of all files. */
  paths: readonly string[];
  /** The go.sum files of the modules that are checked. */
  sums: readonly string[];
}

/** The steps of workflows that cache Go modules, and what is wrong with keys. */
export function readGoCaches({
  snapshot,
  modules,
}: {
  snapshot: Snapshot;
  modules: readonly GoModule[];
}): GoCaches {
  const caches: GoCaches = { steps: 0, stale: [] };
  const surroundings: Surroundings = {
    paths: snapshot.tree.map(({ path }) => path),
    sums: modules
      .filter(({ goSum }) => goSum !== undefined)
      .map(({ directory }) => joinPath(directory, 'go.sum')),
  };
  const seen = new Set<YamlMap>();
  for (const job of readWorkflowJobs(snapshot)) {
    for (const [index, step] of job.steps.entries()) {
      if (seen.has(step)) {
        continue;
      }
      seen.add(step);
      const name = usedAction(step)?.name;
      const found =
        name === 'actions/setup-go'
          ? readSetup(job, { index, step }, surroundings)
          : name === 'actions/cache' && readCache(job, step, surroundings);
      if (found) {
        caches.steps++;
        caches.stale.push(...found);
      }
    }
  }
  return caches;
}

/**
 * The cache of actions/setup-go: on unless switched off since version 4; its key
 * is that of a file in the root folder unless paths are given.
 * https://github.com/actions/setup-go#caching-dependency-files-and-build-outputs
 */
function readSetup(
  { file, steps }: WorkflowJob,
  { index, step }: { index: number; step: YamlMap },
  surroundings: Surroundings,
): StaleCacheKey[] | undefined {
  const action = usedAction(step);
  const major = action && majorVersion(action, file);
  const inputs = at(step, 'with');
  const cache = textAt(inputs, 'cache')?.trim();
  const isCaching =
    cache === undefined
      ? major !== undefined && major >= 4
      : cache === 'true' && (major === undefined || major >= 3);
  if (!isCaching || !action || !isPlainCheckout(steps.slice(0, index))) {
    return undefined;
  }
  const given = at(inputs, 'cache-dependency-path');
  if (given) {
    return given.kind === 'text' && resolvesToNothing(given, surroundings)
      ? [
          {
            path: file.path,
            line: given.line,
            message: `There is no ${given.text
              .trim()
              .split('\n')[0]
              .trim()}, so actions/setup-go caches no modules.`,
            edit: replacedPath(file.source, given, surroundings),
          },
        ]
      : [];
  }
  const { paths, sums } = surroundings;
  const hasRoot = paths.some(path => path === 'go.mod' || path === 'go.sum');
  if (hasRoot || sums.length === 0) {
    return [];
  }
  return [
    {
      path: file.path,
      line: action.line,
      message: `actions/setup-go looks for ${
        (major ?? 6) < 6 ? 'go.sum' : 'go.mod'
      } in the root folder, where there is none, and caches no modules.`,
      edit: insertedInput(
        file.source,
        step,
        `cache-dependency-path: ${yamlPath(sums)}`,
      ),
    },
  ];
}

/** A further input of a step, behind those that it has. */
function insertedInput(
  source: string,
  step: YamlMap,
  line: string,
): TextEdit | undefined {
  const inputs = at(step, 'with');
  if (inputs === undefined) {
    return insertYamlEntry(source, step, {
      after: 'uses',
      lines: ['with:', `  ${line}`],
    });
  }
  return inputs.kind === 'map'
    ? insertYamlEntry(source, inputs, {
        after: [...inputs.keys.keys()].pop() ?? '',
        lines: [line],
      })
    : undefined;
}

/** Whether the repository itself is in the root folder, and nothing adds files. */
function isPlainCheckout(steps: readonly YamlMap[]): boolean {
  const checkouts = steps.filter(
    step => usedAction(step)?.name === 'actions/checkout',
  );
  return (
    checkouts.length > 0 &&
    checkouts.every(
      step =>
        at(step, 'with', 'path') === undefined &&
        at(step, 'with', 'repository') === undefined,
    ) &&
    steps.every(
      step =>
        !/go\.(?:mod|sum)|go (?:mod|work)|download-artifact/.test(
          `${textAt(step, 'run') ?? ''} ${textAt(step, 'uses') ?? ''}`,
        ),
    )
  );
}

function yamlPath(sums: readonly string[]): string {
  const [path] = sums;
  return sums.length === 1 && /^[\w][\w./-]*$/.test(path)
    ? path
    : `'**/go.sum'`;
}

function resolvesToNothing(
  { text, tagged }: YamlText,
  { paths }: Surroundings,
): boolean {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  return (
    !tagged &&
    lines.length > 0 &&
    lines.every(line => {
      const path = line.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
      return (
        /^[\w][\w./-]*$/.test(path) &&
        !path.split('/').includes('..') &&
        !paths.some(other => other === path || other.startsWith(`${path}/`))
      );
    })
  );
}

function replacedPath(
  source: string,
  { span, text }: YamlText,
  { sums }: Surroundings,
): TextEdit | undefined {
  return sums.length > 0 && source.slice(span.start, span.end) === text
    ? { span, text: yamlPath(sums) }
    : undefined;
}

/** https://github.com/actions/cache#inputs */
function readCache(
  { file, steps }: WorkflowJob,
  step: YamlMap,
  surroundings: Surroundings,
): StaleCacheKey[] | undefined {
  const inputs = at(step, 'with');
  const key = at(inputs, 'key');
  if (
    !/go\/pkg\/mod\b/.test(textAt(inputs, 'path') ?? '') ||
    key?.kind !== 'text' ||
    inputs?.kind !== 'map' ||
    !isPlainCheckout(steps.slice(0, Math.max(steps.indexOf(step), 0)))
  ) {
    return undefined;
  }
  const finding = (message: string, edit: TextEdit | undefined) => [
    { path: file.path, line: key.line, message, edit },
  ];
  const { sums } = surroundings;
  if (isConstant(key.text)) {
    return sums.length === 0
      ? []
      : finding(
          'The key of the module cache never changes, and a cache is never written twice: modules that are added later are downloaded in each run.',
          followedSums(file.source, inputs, key),
        );
  }
  const patterns = hashedPatterns(key.text);
  if (
    sums.length === 0 ||
    !patterns ||
    patterns.length === 0 ||
    !patterns.every(pattern =>
      /(?:^|\/)go(?:\.work)?\.(?:sum|mod)$/.test(pattern),
    ) ||
    patterns.some(pattern =>
      surroundings.paths.some(path => matchesGlob(pattern, path)),
    )
  ) {
    return [];
  }
  const rest = key.text.replace(/hashFiles\([^)]{0,1000}\)/, "''");
  return isConstant(rest.replace(/\$\{\{\s*''\s*\}\}/, ''))
    ? finding(
        `No file of the repository is named by ${patterns[0]}, so the key of the module cache never changes.`,
        repointed(file.source, key, patterns),
      )
    : [];
}

/** Whether nothing in a key changes from commit to commit. */
function isConstant(key: string): boolean {
  let constant = !key.includes('$(');
  mapExpressions(key, expression => {
    constant &&=
      /^\$\{\{\s*(?:runner\.(?:os|arch)|matrix\.[\w-]+)\s*\}\}$/.test(
        expression,
      );
    return '';
  });
  return constant;
}

/** The patterns of `hashFiles`; undefined where one is not written out. */
function hashedPatterns(key: string): string[] | undefined {
  const patterns: string[] = [];
  for (const [, inner] of key.matchAll(/hashFiles\(([^()]*)\)/g)) {
    if (!/^\s*'[^']*'(?:\s*,\s*'[^']*')*\s*$/.test(inner)) {
      return undefined;
    }
    patterns.push(...[...inner.matchAll(/'([^']*)'/g)].map(match => match[1]));
  }
  return patterns;
}

/** Whether a pattern of `hashFiles` names a file; `**` stands for any folders. */
function matchesGlob(pattern: string, path: string): boolean {
  const wanted = pattern
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .slice(-20);
  const parts = path.split('/');
  // Which of the pattern's first parts may be used up so far.
  let reached = skipStars(wanted, new Set([0]));
  for (const part of parts) {
    const next = new Set<number>();
    for (const index of reached) {
      if (wanted[index] === '**') {
        next.add(index);
      } else if (
        wanted[index] !== undefined &&
        matchPath(wanted[index], part)
      ) {
        next.add(index + 1);
      }
    }
    reached = skipStars(wanted, next);
  }
  return reached.has(wanted.length);
}

function skipStars(
  wanted: readonly string[],
  reached: ReadonlySet<number>,
): Set<number> {
  const all = new Set(reached);
  for (const index of all) {
    if (wanted[index] === '**') {
      all.add(index + 1);
    }
  }
  return all;
}

/** Adds the go.sum files to a key, and falls back to the key as it was. */
function followedSums(
  source: string,
  inputs: YamlMap,
  { span, text }: YamlText,
): TextEdit | undefined {
  const key = inputs.keys.get('key');
  const isPlain = source.slice(span.start, span.end) === text;
  if (!key || inputs.flow || !isPlain) {
    return undefined;
  }
  const end = endOfLine(source, span.end);
  const column = key.start - startOfLine(source, key.start);
  const fallback = inputs.entries.has('restore-keys')
    ? ''
    : `${lineBreakOf(source)}${' '.repeat(column)}restore-keys: ${text}-`;
  return {
    span: { start: span.end, end },
    text: `-\${{ hashFiles('**/go.sum') }}${source.slice(
      span.end,
      end,
    )}${fallback}`,
  };
}

function repointed(
  source: string,
  { span }: YamlText,
  patterns: readonly string[],
): TextEdit | undefined {
  const written = source.slice(span.start, span.end);
  const found = written.indexOf(`'${patterns[0]}'`);
  return patterns.length === 1 && found >= 0 && !written.startsWith("'")
    ? {
        span: {
          start: span.start + found + 1,
          end: span.start + found + 1 + patterns[0].length,
        },
        text: '**/go.sum',
      }
    : undefined;
}
