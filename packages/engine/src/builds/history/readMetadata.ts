/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import {
  decodeBase64,
  fieldsOf,
  isFields,
  JsonFields,
  listOf,
  textOf,
  timeOf,
} from '../jsonFields';
import { addWarning } from '../observedBuild';
import { BuildDescription, BuildRecord } from '../types';
import {
  compactDescription,
  describeArguments,
  describePlace,
  materialsOf,
  mergeMaterials,
} from './describeBuild';

const key = /^(?:buildx\.build\.|containerimage\.)/;
const provenanceKey = /^buildx\.build\.provenance(?:\/|$)/;
const mostTargets = 500;

const untold =
  'a metadata file is written when a build has succeeded, and tells neither its steps nor its cache use: send its .dockerbuild record or its log for them';

function hasKeys(fields: JsonFields): boolean {
  return Object.keys(fields).some(name => key.test(name));
}

/** Of a bake, an object for each target; of a build, one without a name. */
function targetsOf(fields: JsonFields): [string | undefined, JsonFields][] {
  const targets = Object.entries(fields)
    .flatMap(([name, value]): [string, JsonFields][] =>
      !key.test(name) && isFields(value) && hasKeys(value)
        ? [[name, value]]
        : [],
    )
    .slice(0, mostTargets);
  return targets.length > 0 || !hasKeys(fields)
    ? targets
    : [[undefined, fields]];
}

/** Whether an object is what `--metadata-file` writes. */
export function isMetadata(fields: JsonFields): boolean {
  return targetsOf(fields).length > 0;
}

/** In provenance of the mode `max` only: SLSA 0.2, then 1.0. */
function secondsOf(provenance: JsonFields): number | undefined {
  const metadata = {
    ...fieldsOf(provenance.metadata),
    ...fieldsOf(fieldsOf(provenance.runDetails).metadata),
  };
  const started = timeOf(metadata.buildStartedOn ?? metadata.startedOn);
  const finished = timeOf(metadata.buildFinishedOn ?? metadata.finishedOn);
  return started !== undefined && finished !== undefined && finished >= started
    ? Number(((finished - started) / 1000).toFixed(3))
    : undefined;
}

function describe(
  name: string | undefined,
  fields: JsonFields,
  provenances: readonly JsonFields[],
): BuildDescription {
  const [first = {}] = provenances;
  const { parameters } = fieldsOf(first.invocation);
  const request = fieldsOf(
    fieldsOf(fieldsOf(first.buildDefinition).externalParameters).request,
  );
  const attributes = {
    ...fieldsOf(request.args),
    ...fieldsOf(fieldsOf(parameters).args),
  };
  const source = fieldsOf(fieldsOf(first.invocation).configSource);
  const place = describePlace(attributes);
  const metadata = fieldsOf(first.metadata);
  const vcs = fieldsOf(
    fieldsOf(metadata['https://mobyproject.org/buildkit@v1#metadata']).vcs,
  );
  const repository = textOf(vcs.source);
  const started = timeOf(metadata.buildStartedOn);
  return compactDescription({
    ...place,
    ref: textOf(fields['buildx.build.ref'])?.split('/').pop(),
    name: name ?? textOf(fields['image.name']),
    startedAt:
      started === undefined ? undefined : new Date(started).toISOString(),
    dockerfile: place.dockerfile ?? textOf(source.entryPoint),
    repository: place.repository ?? (repository && maskSecrets(repository)),
    revision: place.revision ?? textOf(vcs.revision),
    digest: textOf(fields['containerimage.digest']),
    ...describeArguments(attributes),
    ...mergeMaterials(provenances.map(materialsOf)),
  });
}

/**
 * Reads what `docker buildx build --metadata-file` and `bake` write.
 * https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 */
export function readMetadata(document: JsonFields): BuildRecord[] {
  return targetsOf(document).map(([name, fields]) => {
    const provenances = Object.entries(fields)
      .filter(([property]) => provenanceKey.test(property))
      .map(([, value]) => fieldsOf(value));
    const warnings = [untold];
    // A bake has those of all its targets in one list.
    const told = fields['buildx.build.warnings'];
    for (const warning of listOf(told ?? document['buildx.build.warnings'])) {
      addWarning(
        warnings,
        maskSecrets(decodeBase64(warning.short).slice(0, 300)),
      );
    }
    const record: BuildRecord = {
      format: 'buildx-history',
      outcome: 'success',
      steps: [],
      cache: { cacheable: 0, cached: 0 },
      failure: null,
      warnings,
      description: describe(name, fields, provenances),
    };
    const seconds = provenances
      .map(secondsOf)
      .find(value => value !== undefined);
    if (seconds !== undefined) {
      record.seconds = seconds;
    }
    return record;
  });
}
