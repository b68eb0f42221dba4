/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildLogFormat, BuildRecord } from '../types';
import { isProxySetting, readProxySettings } from './readProxySettings';
import { readBases } from './readBases';
import { EnvironmentAspect } from './types';

/** Something that a log or record tells of how a build ran. */
export interface EnvironmentValue {
  aspect: EnvironmentAspect;
  name?: string;
  value: string;
}

const builders: Readonly<Record<BuildLogFormat, string | undefined>> = {
  'buildkit-plain': 'BuildKit',
  'buildkit-rawjson': 'BuildKit',
  'buildx-history': 'BuildKit',
  legacy: 'legacy',
  kaniko: 'Kaniko',
  buildah: 'Buildah',
  unknown: undefined,
};

/** All that a build tells of its environment; of two values the last counts. */
export function readEnvironment(record: BuildRecord): EnvironmentValue[] {
  const { description = {}, builder, steps } = record;
  const values: EnvironmentValue[] = [];
  function add(aspect: EnvironmentAspect, value?: string, name?: string) {
    if (value !== undefined && value !== '') {
      values.push({ aspect, ...(name !== undefined && { name }), value });
    }
  }
  for (const base of readBases(steps)) {
    const name = [base.platform, base.stage].filter(Boolean).join(' ');
    const of = name === '' ? undefined : name;
    add('base', base.image, of);
    add('base-digest', base.digest, of);
    add('go', base.goVersion, of);
  }
  const platforms = new Set([
    ...(description.platforms ?? []),
    ...steps.flatMap(({ platform }) => platform ?? []),
  ]);
  add('platform', [...platforms].sort().join(', '));
  add('builder', builders[record.format], 'kind');
  add('builder', builder?.name, 'name');
  add('builder', builder?.driver, 'driver');
  for (const [name, value] of readProxySettings(steps)) {
    add('proxy', value, name);
  }
  for (const [name, value] of Object.entries(
    description.buildArguments ?? {},
  )) {
    add(isProxySetting(name) ? 'proxy' : 'argument', value, name);
  }
  add('target', description.target);
  add('dockerfile', description.dockerfile);
  add('repository', description.repository);
  add('revision', description.revision);
  return values;
}
