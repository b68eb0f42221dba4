/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { diagnoseFailure } from '../diagnosis';
import { EndingReader } from '../EndingReader';
import {
  decodeBase64,
  fieldsOf,
  JsonFields,
  listOf,
  numberOf,
  textOf,
} from '../jsonFields';
import {
  BuildDescription,
  BuildFailure,
  BuildOutcome,
  BuildRecord,
} from '../types';
import { parseVertexName } from '../vertexName';
import {
  compactDescription,
  maskArgument,
  mergeMaterials,
} from './describeBuild';
import { maskSecrets } from '../../secrets';

const outcomes: Readonly<Record<string, BuildOutcome>> = {
  completed: 'success',
  failed: 'failure',
  canceled: 'incomplete',
  running: 'incomplete',
};

const untold =
  'an inspection tells how many steps a build had, not which: send its .dockerbuild record or its log for steps and cache use';

/** Whether an object is the JSON of `buildx history inspect`. */
export function isInspection(fields: JsonFields): boolean {
  return (
    typeof fields.Ref === 'string' && typeof fields.NumTotalSteps === 'number'
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

/** The name of the failed step is left out where the failure is in none. */
function diagnose(value: unknown): BuildFailure {
  const error = fieldsOf(value);
  const message = (textOf(error.Message) ?? '').slice(0, 4000);
  const name = textOf(error.Name);
  const endings = new EndingReader();
  for (const line of decodeBase64(error.Sources).split('\n')) {
    endings.readText(line, { isEarly: false });
  }
  const { location, locationText } = endings.ending;
  const lines = textsOf(error.Logs);
  const parsed = name === undefined ? undefined : parseVertexName(name);
  return diagnoseFailure({
    step:
      name !== undefined && parsed
        ? {
            name,
            role: parsed.role,
            instruction: parsed.instruction,
            error: message,
            lines,
          }
        : undefined,
    finalError: message,
    loose: lines,
    location,
    locationText,
  });
}

function describe(fields: JsonFields): BuildDescription {
  const buildArguments = Object.fromEntries(
    listOf(fields.BuildArgs).flatMap(({ Name: name, Value: value }) =>
      typeof name === 'string'
        ? [[name, maskArgument(name, textOf(value) ?? '')]]
        : [],
    ),
  );
  const platforms = textsOf(fields.Platform);
  const repository = textOf(fields.VCSRepository);
  const startedAt = Date.parse(textOf(fields.StartedAt) ?? '');
  return compactDescription({
    ref: textOf(fields.Ref),
    name: textOf(fields.Name),
    startedAt: Number.isNaN(startedAt)
      ? undefined
      : new Date(startedAt).toISOString(),
    dockerfile: textOf(fields.Dockerfile),
    target: textOf(fields.Target),
    platforms: platforms.length > 0 ? platforms : undefined,
    repository: repository && maskSecrets(repository),
    revision: textOf(fields.VCSRevision),
    buildArguments:
      Object.keys(buildArguments).length > 0 ? buildArguments : undefined,
    ...mergeMaterials([
      listOf(fields.Materials).flatMap(({ URI: uri, Digests: digests }) =>
        typeof uri === 'string'
          ? { uri: maskSecrets(uri), digest: textsOf(digests)[0] }
          : [],
      ),
    ]),
  });
}

/**
 * Reads the JSON of `docker buildx history inspect --format json`.
 * https://github.com/docker/buildx/blob/master/commands/history/inspect.go
 */
export function readInspection(fields: JsonFields): BuildRecord {
  const outcome = outcomes[textOf(fields.Status) ?? ''] ?? 'incomplete';
  const record: BuildRecord = {
    format: 'buildx-history',
    outcome,
    steps: [],
    cache: { cacheable: 0, cached: 0 },
    failure: outcome === 'failure' ? diagnose(fields.Error) : null,
    warnings: [untold],
    counts: {
      total: numberOf(fields.NumTotalSteps) ?? 0,
      completed: numberOf(fields.NumCompletedSteps) ?? 0,
      cached: numberOf(fields.NumCachedSteps) ?? 0,
    },
    description: describe(fields),
  };
  const nanoseconds = numberOf(fields.Duration);
  if (nanoseconds !== undefined && fields.Status !== 'running') {
    record.seconds = Number((nanoseconds / 1e9).toFixed(3));
  }
  return record;
}
