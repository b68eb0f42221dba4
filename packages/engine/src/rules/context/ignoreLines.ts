/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../../context/IgnoreMatcher';
import { parseDockerIgnore } from '../../context/parseDockerIgnore';
import { BuildContext } from '../../context/types';
import { appendLines } from '../../edits/appendLines';
import { FileChange, FixProposal } from '../../edits/types';
import { folderOf, joinPath } from '../../snapshot/repositoryPath';
import { BuildUnit } from '../../units/types';
import { contextCopies } from '../../units/contextCopies';
import { finalChain } from '../evidence/finalImage';
import { usesGo } from '../evidence/usesGo';
import { UnitSubject } from '../types';
import {
  commandTexts,
  isAskedFor,
  mayRunTests,
  needsHistory,
  runsScripts,
  takesWholeContext,
  unitsOfContext,
} from './contextUse';

/** Lines of an ignore file, and what a person has to look at. */
export interface IgnoreLines {
  groups: { title: string; lines: string[] }[];
  review?: string;
}

const ciPaths = [
  '.github',
  '.gitlab',
  '.gitlab-ci.yml',
  '.circleci',
  '.buildkite',
  '.travis.yml',
  '.drone.yml',
  '.woodpecker',
  '.woodpecker.yml',
  'azure-pipelines.yml',
  'Jenkinsfile',
];

const editorPaths = ['.idea', '.vscode', '.devcontainer', '.DS_Store'];

/**
 * The lines of an ignore file that fit a repository: of what its tree has, and
 * nothing that an instruction of any Dockerfile with that context asks for.
 */
export function ignoreLinesFor(subject: UnitSubject): IgnoreLines {
  const { unit } = subject;
  const units = unitsOfContext(subject);
  const has = (pattern: string) => {
    const matcher = new IgnoreMatcher(parseDockerIgnore(pattern, { path: '' }));
    return unit.context.entries.some(({ path }) => matcher.isIgnored(path));
  };
  const present = (paths: readonly string[]) =>
    paths.filter(path => has(path) && !isAskedFor(units, path));
  const reviews: string[] = [];
  const history = historyLine(units, subject);
  // Without its files the work tree of a `.git` that stays counts as changed:
  // `git describe --dirty` and the go command say so in the version.
  if (!history && !isIgnored(unit.context, '.git')) {
    return { groups: [] };
  }
  if (history?.review && !isIgnored(unit.context, '.git')) {
    reviews.push(history.review);
  }
  const documents = usesGo(subject) ? documentLines(units, has) : [];
  const tests =
    usesGo(subject) && has('**/*_test.go') && !mayRunTests(units)
      ? ['**/*_test.go']
      : [];
  if (documents.length + tests.length > 0 && runsScripts(units)) {
    reviews.push('Check that no script that the build runs needs them.');
  } else if (mayBeEmbedded(unit, documents)) {
    reviews.push(
      'Check that no Go file embeds the documents that are left out.',
    );
  } else if (documents.length > 0 && isInFinalImage(units)) {
    reviews.push(
      'Check that the program does not read the documents that are left out of its image.',
    );
  }
  return {
    groups: [
      {
        title: 'Version control and CI',
        lines: [...(history ? ['.git'] : []), ...present(ciPaths)],
      },
      { title: 'Settings of editors', lines: present(editorPaths) },
      { title: 'Documents', lines: documents },
      { title: 'Tests', lines: tests },
    ].filter(({ lines }) => lines.length > 0),
    ...(reviews.length > 0 && { review: reviews.join(' ') }),
  };
}

export function isIgnored({ ignoreFile }: BuildContext, path: string): boolean {
  return (
    ignoreFile !== undefined && new IgnoreMatcher(ignoreFile).isIgnored(path)
  );
}

/** Whether `.git` can be left out, and what speaks against it. */
export function historyLine(
  units: readonly BuildUnit[],
  subject: UnitSubject,
): { review?: string } | undefined {
  const needs = needsHistory(units, subject);
  if (needs !== 'no' || isAskedFor(units, '.git')) {
    return undefined;
  }
  // The go command stamps the commit where git is installed.
  const mayStamp =
    usesGo(subject) &&
    subject.model.steps.some(({ effects }) => effects.readsVcs);
  return mayStamp && hasGit(units)
    ? {
        review:
          'Without `.git` the go command no longer writes the commit into the binary (`vcs.revision`): check that nothing reads it.',
      }
    : {};
}

/** Images of Go on Debian have git, those on Alpine have it when it is installed. */
function hasGit(units: readonly BuildUnit[]): boolean {
  return (
    commandTexts(units).some(text =>
      text
        .split(/[;&|]/)
        .flatMap(command => command.split(/\b(?:add|install)\b/).slice(1))
        .some(packages => /\bgit\b/.test(packages)),
    ) ||
    units.some(({ dockerfile }) =>
      dockerfile.stages.some(({ base }) => !/alpine|scratch/.test(base)),
    )
  );
}

export const documentExtensions = ['md', 'mdx', 'rst', 'adoc'] as const;

/** Whether a command of a build names documents, or a program for them. */
export function usesDocuments(units: readonly BuildUnit[]): boolean {
  return commandTexts(units).some(text =>
    /\.(?:md|mdx|rst|adoc)\b|LICENSE|mkdocs|hugo|docusaurus|vitepress/i.test(
      text,
    ),
  );
}

function documentLines(
  units: readonly BuildUnit[],
  has: (pattern: string) => boolean,
): string[] {
  if (usesDocuments(units)) {
    return [];
  }
  return documentExtensions.flatMap(extension => {
    const everywhere = `**/*.${extension}`;
    const atTop = `*.${extension}`;
    const isNested = units[0].context.entries.some(
      ({ path }) => path.includes('/') && path.endsWith(`.${extension}`),
    );
    const line = isNested ? everywhere : atTop;
    return has(line) && !isAskedFor(units, line) ? [line] : [];
  });
}

/** `//go:embed` takes files of the folder of a Go file, and below. */
function mayBeEmbedded(
  { context }: BuildUnit,
  lines: readonly string[],
): boolean {
  const matcher = new IgnoreMatcher(
    parseDockerIgnore(lines.join('\n'), { path: '' }),
  );
  const packages = new Set(
    context.entries.flatMap(({ path }) =>
      /(?<!_test)\.go$/.test(path) ? [folderOf(path)] : [],
    ),
  );
  return context.entries.some(({ path }) => {
    if (!matcher.isIgnored(path)) {
      return false;
    }
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (packages.has(folder)) {
        return true;
      }
      if (folder === '') {
        return false;
      }
    }
  });
}

function isInFinalImage(units: readonly BuildUnit[]): boolean {
  return units.some(unit => {
    const stages = finalChain(unit)?.stages ?? [];
    return contextCopies(unit).some(
      copy =>
        copy.kind === 'copy' &&
        stages.includes(copy.stage) &&
        takesWholeContext(copy),
    );
  });
}

/** Makes an ignore file, or fills one that has no patterns. */
export function proposeIgnoreFile(
  subject: UnitSubject,
): FixProposal | undefined {
  const { lines, review } = ignoreFileText(subject);
  const change = ignoreFileChange(subject, lines);
  return change
    ? {
        title: 'Leave out of the build context what the build does not need',
        ...(review === undefined
          ? { safety: 'safe' }
          : { safety: 'needs-review', review }),
        changes: [change],
      }
    : undefined;
}

/** The lines of a whole ignore file, with headings. */
export function ignoreFileText(subject: UnitSubject): {
  lines: string[];
  review?: string;
} {
  const { groups, review } = ignoreLinesFor(subject);
  return {
    lines:
      groups.length === 1
        ? groups[0].lines
        : groups.flatMap(({ title, lines }, index) => [
            ...(index > 0 ? [''] : []),
            `# ${title}`,
            ...lines,
          ]),
    review,
  };
}

/** Adds lines to the ignore file in force, which may have to be made. */
export function ignoreFileChange(
  { unit, snapshot }: UnitSubject,
  lines: readonly string[],
): FileChange | undefined {
  const { directory, ignoreFile } = unit.context;
  const path = ignoreFile?.path ?? joinPath(directory, '.dockerignore');
  const source = snapshot.files.get(path);
  if (lines.length === 0) {
    return undefined;
  }
  if (source !== undefined) {
    const isGroup = source.trim() !== '' && lines[0].startsWith('#');
    const edit = appendLines(source, isGroup ? ['', ...lines] : lines);
    return edit && { kind: 'edit', path, edits: [edit] };
  }
  return snapshot.tree.some(entry => entry.path === path)
    ? undefined
    : { kind: 'create', path, text: `${lines.join('\n')}\n` };
}
