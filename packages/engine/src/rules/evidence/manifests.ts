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

const known = new WeakMap<Snapshot, Manifest[]>();

/** The objects of the manifests of a repository; not those of templates. */
export function readManifests(snapshot: Snapshot): readonly Manifest[] {
  let manifests = known.get(snapshot);
  if (!manifests) {
    manifests = [...snapshot.files].flatMap(([path, source]) =>
      buildFileKind(path) === 'manifest' &&
      !isExcludedPath(path) &&
      source.includes('apiVersion') &&
      !source.includes('{{')
        ? readObjects(path, source)
        : [],
    );
    known.set(snapshot, manifests);
  }
  return manifests;
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
