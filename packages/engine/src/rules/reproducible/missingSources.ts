/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { baseName, isBelow } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { contextCopies, ContextCopy } from '../../units/contextCopies';
import { BuildUnit } from '../../units/types';
import { isAbsentSum } from '../evidence/isAbsentSum';
import { UnitSubject } from '../types';
import { BuildObstacle } from './BuildObstacle';

/** Folders that hold what is made rather than what is written. */
const madeFolders = new Set([
  '.artifacts',
  '.bin',
  '.build',
  '.output',
  '.tmp',
  '_build',
  '_output',
  'artifact',
  'artifacts',
  'bin',
  'binaries',
  'build',
  'coverage',
  'dist',
  'gen',
  'generated',
  'node_modules',
  'out',
  'output',
  'public',
  'release',
  'releases',
  'site',
  'stage',
  'staging',
  'target',
  'tmp',
  'vendor',
  'web-dist',
]);

/** Endings of files that people write, as opposed to what builds make. */
const writtenFile =
  /\.(?:go|mod|sum|sh|bash|py|js|mjs|ts|tsx|css|scss|html|tmpl|sql|proto|ya?ml|toml|ini|conf|cfg|md|txt|graphql)$/i;

/**
 * Sources of COPY, ADD and bind mounts that are not in the repository. Such a
 * file may still be there when the image is built: programs, secrets and
 * certificates often are. So only those are reported that by name and place are
 * written by hand. What an ignore file drops is the ignore file's fault, and
 * `context/needed-file-ignored` reports it.
 */
export function findMissingSources({
  unit,
  snapshot,
}: UnitSubject): BuildObstacle[] {
  if (
    unit.dockerfile.escape !== '\\' ||
    snapshot.problems.some(({ code }) => code === 'limit') ||
    isPartial(snapshot)
  ) {
    return [];
  }
  const copies = contextCopies(unit);
  const missing = copies.flatMap(copy => missingOf(unit, copy));
  if (missing.length === 0) {
    return [];
  }
  const sources = copies.reduce((sum, copy) => sum + copy.sources.length, 0);
  const isCertainContext =
    unit.origin !== 'convention' ||
    (missing.length < sources &&
      !missing.some(({ path }) => isThereBelow(snapshot, path))) ||
    (missing.length === sources &&
      !(
        unit.dockerfile.path.includes('/') ||
        missing.some(({ path }) => isThereAsPart(unit, path))
      ));
  const obstacles: BuildObstacle[] = [];
  for (const { copy, path } of missing) {
    const { line, endLine } = copy.instruction;
    if (
      !isDropped(unit, path) &&
      // modules/sum-copied-but-absent tells, and knows what to do.
      !isAbsentSum(unit, path) &&
      isCertainContext &&
      isWritten(path, { unit, snapshot })
    ) {
      const place =
        unit.context.directory === ''
          ? 'the repository'
          : `${unit.context.directory}/`;
      obstacles.push({
        line,
        endLine,
        message: `${path} is not in the build context (${place}): this step stops with "not found".`,
      });
    }
  }
  return obstacles;
}

/**
 * Whether the listing is that of a mirror of build files only, without the
 * sources that go with them.
 */
function isPartial({ tree }: Snapshot): boolean {
  const hasModule = tree.some(({ path }) => baseName(path) === 'go.mod');
  return hasModule
    ? !tree.some(({ path }) => path.endsWith('.go'))
    : tree.every(
        ({ path }) =>
          buildFileKind(path) !== undefined ||
          /^(?:docker|container)file\b/i.test(baseName(path)),
      );
}

function missingOf(
  { context }: BuildUnit,
  copy: ContextCopy,
): { copy: ContextCopy; path: string }[] {
  return copy.sources.flatMap(source => {
    if (!source.certain || source.wildcard || source.path === '') {
      return [];
    }
    const { unmatched } = selectFiles(context, {
      sources: [source.path],
      parents: copy.parents,
    });
    return unmatched.some(({ wildcard }) => !wildcard)
      ? [{ copy, path: source.path }]
      : [];
  });
}

/**
 * Whether a path is there without its first folders. Where nothing else is
 * found, what was scanned is then a folder of the repository that is built.
 */
function isThereAsPart({ context }: BuildUnit, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => {
    const part = parts.slice(index).join('/');
    return index > 0 && context.entries.some(entry => entry.path === part);
  });
}

/**
 * `app/go/go.mod` of a repository with `go/go.mod`, which a pipeline checks out
 * into a folder of the context.
 */
function isThereBelow({ tree }: Snapshot, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => {
    const rest = parts.slice(index).join('/');
    return (
      index > 0 &&
      rest.includes('/') &&
      tree.some(entry => entry.path === rest || isBelow(rest, entry.path))
    );
  });
}

function isDropped({ context }: BuildUnit, path: string): boolean {
  return context.ignored.some(
    entry => entry.path === path || entry.path.startsWith(`${path}/`),
  );
}

function isWritten(
  path: string,
  { unit, snapshot }: { unit: BuildUnit; snapshot: Snapshot },
): boolean {
  const parts = path.split('/');
  const isMade = parts
    .slice(0, -1)
    .some(part => madeFolders.has(part.toLowerCase()));
  return (
    !isMade &&
    writtenFile.test(path) &&
    !isBehindLink(unit, path) &&
    !hasExample(unit, path) &&
    !isMentioned(baseName(path), { unit, snapshot })
  );
}

/** Below a submodule or a link, which the tree does not look into. */
function isBehindLink({ context }: BuildUnit, path: string): boolean {
  return context.entries.some(
    ({ kind, path: entry }) =>
      (kind === 'submodule' || kind === 'symlink') &&
      path.startsWith(`${entry}/`),
  );
}

/** `nginx.conf.example`: whoever builds copies it first, and fills it in. */
function hasExample({ context }: BuildUnit, path: string): boolean {
  return [...context.entries, ...context.ignored].some(
    ({ path: entry }) =>
      entry.startsWith(`${path}.`) &&
      /^(?:default|dist|example|in|j2|sample|template|tmpl|tpl)$/i.test(
        entry.slice(path.length + 1),
      ),
  );
}

/** Whether a pipeline or Makefile names the file, and so may make it. */
function isMentioned(
  name: string,
  { unit, snapshot }: { unit: BuildUnit; snapshot: Snapshot },
): boolean {
  // Everyone names these, and nothing makes them.
  if (name === 'go.mod' || name === 'go.sum') {
    return false;
  }
  for (const [path, text] of snapshot.files) {
    const kind = buildFileKind(path);
    if (
      path !== unit.dockerfile.path &&
      kind !== 'dockerfile' &&
      kind !== 'go-mod' &&
      kind !== 'go-sum' &&
      text.includes(name)
    ) {
      return true;
    }
  }
  return false;
}
