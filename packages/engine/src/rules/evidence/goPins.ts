/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { documentsOf } from '../../ci/documentsOf';
import { at, entriesOf, itemsOf, textAt, YamlValue } from '../../ci/readYaml';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { baseName, folderOf, joinPath } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { Span } from '../../span';

/** A place outside of Dockerfiles and go.mod files that names one Go version. */
export interface GoPin {
  path: string;
  line: number;
  /** As written: `1.27`, `1.27.x`, `1.27.4`. */
  text: string;
  /** `1.27`. */
  goLine: string;
  /** What names it: `setup-go`. */
  label: string;
  /** The modules at or below this folder are meant. */
  folder: string;
  /** Where the text is, if it may be replaced. */
  span?: Span;
}

/** The pins of a repository. */
export interface GoPins {
  pins: GoPin[];
  /** Lines that a matrix of several versions has. */
  matrix: ReadonlySet<string>;
}

const EXACT = /^(\d+\.\d+)(?:\.(?:\d+|x|\*))?$/;

/**
 * Reads the Go versions out of workflows (`actions/setup-go`), `.go-version`,
 * `.tool-versions`, mise and devcontainer files. Ranges, aliases such as
 * `stable`, and what is computed name no version.
 */
export function readGoPins(snapshot: Snapshot): GoPins {
  const pins: GoPin[] = [];
  const matrix = new Set<string>();
  for (const [path, source] of snapshot.files) {
    if (isExcludedPath(path)) {
      continue;
    }
    if (/^\.(?:github|gitea|forgejo)\/(?:workflows|actions)\//.test(path)) {
      if (source.includes('setup-go')) {
        pins.push(...readWorkflowPins(snapshot, path, matrix));
      }
    } else {
      pins.push(...readFilePins(path, source));
    }
  }
  const distinct = new Map(
    pins.map(pin => [`${pin.path}:${pin.line}:${pin.text}`, pin]),
  );
  return {
    pins: [...distinct.values()].sort(
      (left, right) =>
        compareText(left.path, right.path) || left.line - right.line,
    ),
    matrix,
  };
}

function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

function readWorkflowPins(
  snapshot: Snapshot,
  path: string,
  matrix: Set<string>,
): GoPin[] {
  const lines = snapshot.files.get(path)?.split('\n') ?? [];
  return documentsOf(snapshot, path).flatMap(document => {
    const jobs = entriesOf(at(document, 'jobs')).map(([, job]) => job);
    const action = at(document, 'runs');
    return [...jobs, ...(action ? [action] : [])].flatMap(job => {
      if (!mayRunGo(job)) {
        return [];
      }
      const folder = workingFolder(job, document);
      return itemsOf(at(job, 'steps')).flatMap(step => {
        if (!/^actions\/setup-go(?:@|$)/.test(textAt(step, 'uses') ?? '')) {
          return [];
        }
        const values = versionValues(step, job, document);
        const found = values.flatMap(value => {
          const pin = toPin(value, { path, lines, folder });
          return pin ? [pin] : [];
        });
        if (values.length > 1) {
          found.forEach(({ goLine }) => matrix.add(goLine));
          return [];
        }
        return found;
      });
    });
  });
}

/** A step that runs Go, or that may do so. */
const USES_GO =
  /\bgo\s+[a-z]|\b(?:make|task|just|mage|gotestsum|goreleaser|ko|bazel|ginkgo|npm|yarn|pnpm)\b|\bgo(?:langci|vulncheck|sec|imports|fumpt)|\.sh\b|(?:^|\s)\.{0,2}\/\S/m;

/** A tool in a version of its own: it has nothing to do with the module. */
const RUNS_TOOL = /\bgo\s+(?:install|run)\s+(?:-\S+\s+)*[^\s@]+@\S+/g;

/** Actions that run no Go: they fetch, set up, keep, build images and publish. */
const runsNoGo =
  /^(?:actions\/(?:checkout|setup-|cache|upload-|download-|configure-pages|deploy-pages|labeler|stale)|docker\/(?:setup-|login-|metadata-|build-push-action|bake-action)|peaceiris\/)/;

/**
 * Whether a job may run Go. One that sets it up for another tool, as for a site
 * generator or a check of licences, neither tests nor builds the module. What is
 * in a composite action is for the jobs that use it.
 */
function mayRunGo(job: YamlValue): boolean {
  return (
    at(job, 'using') !== undefined ||
    itemsOf(at(job, 'steps')).some(step => {
      const uses = textAt(step, 'uses');
      return uses === undefined
        ? USES_GO.test((textAt(step, 'run') ?? '').replace(RUNS_TOOL, ''))
        : !runsNoGo.test(uses);
    })
  );
}

/** The one folder that a job runs Go in; the root where it is not so clear. */
function workingFolder(job: YamlValue, workflow: YamlValue): string {
  const byDefault = [job, workflow]
    .map(place => textAt(place, 'defaults', 'run', 'working-directory'))
    .find(folder => folder !== undefined);
  const folders = new Set(
    itemsOf(at(job, 'steps'))
      .filter(step => USES_GO.test(textAt(step, 'run') ?? ''))
      .map(step => textAt(step, 'working-directory') ?? byDefault ?? ''),
  );
  const [folder = ''] = folders;
  return folders.size === 1 && !/[$~]|^\//.test(folder)
    ? joinPath('', folder)
    : '';
}

/** The values that `go-version` of a step can have; none where not known. */
function versionValues(
  step: YamlValue,
  job: YamlValue,
  workflow: YamlValue,
): YamlValue[] {
  const value = at(step, 'with', 'go-version');
  if (value?.kind !== 'text') {
    return [];
  }
  const [, context, name] =
    /^\s*\$\{\{\s*(env|matrix)\.([\w-]+)\s*\}\}\s*$/.exec(value.text) ?? [];
  if (context === 'env') {
    const found = [step, job, workflow]
      .map(place => at(place, 'env', name))
      .find(text => text !== undefined);
    return found ? [found] : [];
  }
  if (context === 'matrix') {
    const strategy = at(job, 'strategy', 'matrix');
    return [
      ...itemsOf(at(strategy, name)),
      ...itemsOf(at(strategy, 'include')).flatMap(item => at(item, name) ?? []),
    ];
  }
  return [value];
}

function toPin(
  value: YamlValue,
  {
    path,
    lines,
    folder,
  }: { path: string; lines: readonly string[]; folder: string },
): GoPin | undefined {
  if (value.kind !== 'text') {
    return undefined;
  }
  const text = value.text.trim();
  const goLine = EXACT.exec(text)?.[1];
  if (goLine === undefined) {
    return undefined;
  }
  const { line } = value;
  return {
    path,
    line,
    text,
    goLine,
    label: 'setup-go',
    folder,
    span: spanIn(lines, line, text),
  };
}

/** Where a text stands in a line, if it is there once. */
function spanIn(
  lines: readonly string[],
  line: number,
  text: string,
): Span | undefined {
  const content = lines[line - 1] ?? '';
  const index = content.lastIndexOf(text);
  const isWhole =
    index >= 0 &&
    content.indexOf(text) === index &&
    !/[\w.]/.test(content[index - 1] ?? '') &&
    !/[\w.]/.test(content[index + text.length] ?? '');
  if (!isWhole) {
    return undefined;
  }
  let start = index;
  for (const before of lines.slice(0, line - 1)) {
    start += before.length + 1;
  }
  return { start, end: start + text.length };
}

/** One version in a line of a file; its first group is the version. */
const filePatterns: Readonly<
  Record<string, { label: string; pattern: RegExp; within?: RegExp }>
> = {
  '.go-version': {
    label: '.go-version',
    pattern: /^(?:go)?(\d+\.\d+(?:\.\d+)?)\s*$/,
  },
  '.tool-versions': {
    label: '.tool-versions',
    pattern: /^(?:golang|go)[ \t]+(\d+\.\d+(?:\.\d+)?)\s*(?:#.*)?$/,
  },
  'mise.toml': {
    label: 'mise',
    within: /^\s*\[tools\]/,
    pattern:
      /^\s*"?(?:core:)?(?:go|golang)"?\s*=\s*(?:\{\s*version\s*=\s*)?["'](\d+\.\d+(?:\.\d+)?)["']/,
  },
  'devcontainer.json': {
    label: 'the devcontainer',
    pattern:
      /^\s*"image"\s*:\s*"mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/go:(?:\d+(?:\.\d+)*-)?(\d+\.\d+)(?:-[a-z]+)?"/,
  },
};

function readFilePins(path: string, source: string): GoPin[] {
  const name = baseName(path).replace(
    /^\.(?=mise\.toml|devcontainer\.json)/,
    '',
  );
  if (!Object.hasOwn(filePatterns, name)) {
    return [];
  }
  const { label, pattern, within } = filePatterns[name];
  const lines = source.split('\n');
  const folder = folderOf(path).replace(/(?:^|\/)\.devcontainer(?:\/.*)?$/, '');
  let isWithin = within === undefined;
  return lines.flatMap((content, index) => {
    if (within && /^\s*\[/.test(content)) {
      isWithin = within.test(content);
    }
    const text = isWithin ? pattern.exec(content)?.[1] : undefined;
    const goLine = EXACT.exec(text ?? '')?.[1];
    if (text === undefined || goLine === undefined) {
      return [];
    }
    const line = index + 1;
    return [
      {
        path,
        line,
        text,
        goLine,
        label,
        folder,
        // Which tags the devcontainer images have is not known here.
        span:
          name === 'devcontainer.json' ? undefined : spanIn(lines, line, text),
      },
    ];
  });
}

/** A pin's text for another version, as exact as it is. */
export function pinText(
  { text }: Pick<GoPin, 'text'>,
  { goLine, version }: { goLine: string; version: string },
): string {
  const [, , patch = ''] = text.split('.');
  if (patch === '') {
    return goLine;
  }
  return /^\d+$/.test(patch) ? version : `${goLine}.${patch}`;
}
