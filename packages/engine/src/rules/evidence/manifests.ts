/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { at, itemsOf, readYaml, textAt, YamlMap } from '../../ci/readYaml';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { Snapshot } from '../../snapshot/types';

/** An object of a Kubernetes manifest. */
export interface Manifest {
  path: string;
  source: string;
  kind: string;
  object: YamlMap;
}

/** What was read of each file. */
type ReadFiles = Map<string, { source: string; objects: Manifest[] }>;

const known = new WeakMap<
  Snapshot,
  { files: ReadFiles; manifests: readonly Manifest[] }
>();

/**
 * A fix is tried on a snapshot of its own, which has most files of the one
 * before: they are not parsed again, as long as that one is still there.
 */
let last: WeakRef<ReadFiles> | undefined;

/** The objects of the manifests of a repository; not those of templates. */
export function readManifests(snapshot: Snapshot): readonly Manifest[] {
  let read = known.get(snapshot);
  if (!read) {
    const files = readFiles(snapshot, last?.deref());
    read = {
      files,
      manifests: [...files.values()].flatMap(({ objects }) => objects),
    };
    known.set(snapshot, read);
    last = new WeakRef(files);
  }
  return read.manifests;
}

function readFiles(
  snapshot: Snapshot,
  before: ReadFiles | undefined,
): ReadFiles {
  const files: ReadFiles = new Map();
  for (const [path, source] of snapshot.files) {
    if (
      buildFileKind(path) === 'manifest' &&
      !isExcludedPath(path) &&
      source.includes('apiVersion') &&
      !source.includes('{{')
    ) {
      const same = before?.get(path);
      files.set(
        path,
        same?.source === source
          ? same
          : { source, objects: readObjects(path, source) },
      );
    }
  }
  return files;
}

function readObjects(path: string, source: string): Manifest[] {
  return readYaml(source)
    .flatMap(document =>
      textAt(document, 'kind') === 'List'
        ? itemsOf(at(document, 'items'))
        : [document],
    )
    .flatMap(object => {
      const kind = textAt(object, 'kind');
      return object.kind === 'map' && kind !== undefined
        ? [{ path, source, kind, object }]
        : [];
    });
}

/** The description of the pods of a workload; undefined for other objects. */
export function podSpecOf({ kind, object }: Manifest): YamlMap | undefined {
  const found = at(object, ...pathToPods(kind));
  return found?.kind === 'map' ? found : undefined;
}

function pathToPods(kind: string): string[] {
  if (kind === 'Pod') {
    return ['spec'];
  }
  return kind === 'CronJob'
    ? ['spec', 'jobTemplate', 'spec', 'template', 'spec']
    : ['spec', 'template', 'spec'];
}
