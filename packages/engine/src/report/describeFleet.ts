/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Analysis } from '../analysis/types';
import { readImageBuilds } from '../ci/readImageBuilds';
import { ImageBuild } from '../ci/types';
import { readMounts } from '../dockerfile/readMounts';
import { Instruction } from '../dockerfile/types';
import { readGoSteps } from '../environment/readGoSteps';
import { GoVariableName } from '../environment/types';
import { stageChains } from '../rules/evidence/finalImage';
import { isGolang } from '../rules/facts/baseImages';
import { readGolangTag } from '../rules/facts/golangTags';
import { maskSecrets } from '../secrets';
import { Snapshot } from '../snapshot/types';
import { BuildUnit } from '../units/types';
import { FleetAspect, FleetFact } from './fleetTypes';

const longestValue = 300;
/** Of one repository. */
const mostFacts = 200;

/** What is not known is a value, too: it is not the same as not there. */
const unknown = 'unknown';

type Pair = readonly [FleetAspect, string];

/** What the modules and images of a repository that are checked run on. */
export function describeFleet(
  snapshot: Snapshot,
  { models, checkedModules }: Pick<Analysis, 'models' | 'checkedModules'>,
): FleetFact[] {
  const builds = readImageBuilds(snapshot).filter(
    ({ source, onChange }) => source === 'pipeline' && onChange,
  );
  const pairs: Pair[] = [
    ...checkedModules.flatMap(({ goMod: { go, toolchain } }): Pair[] => [
      ...(go ? [['go-directive', go.version] as const] : []),
      ...(toolchain ? [['go-toolchain', toolchain.version] as const] : []),
    ]),
    ...models.flatMap(({ unit }) => [
      ...basesOf(unit),
      ...settingsOf(unit),
      ...featuresOf(unit),
      ...cachesOf(
        builds.filter(({ dockerfile }) => dockerfile === unit.dockerfile.path),
      ),
    ]),
  ];
  const facts = new Map<string, FleetFact>();
  for (const [aspect, text] of pairs) {
    const value = maskSecrets(maskUserinfo(text)).slice(0, longestValue);
    if (value.trim() !== '' && facts.size < mostFacts) {
      facts.set(`${aspect}:${value}`, { aspect, value });
    }
  }
  return [...facts.values()];
}

/** Whoever may see the report need not know even the names of proxy users. */
function maskUserinfo(text: string): string {
  return text.replace(/:\/\/[^/,|\s]*@/g, '://');
}

function basesOf(unit: BuildUnit): Pair[] {
  const chains = stageChains(unit);
  return unit.reachable.flatMap((stage): Pair[] => {
    const root = chains.get(stage)?.root;
    if (!root || root.kind === 'scratch') {
      return [];
    }
    if (root.kind === 'unknown' || root.unknown.length > 0) {
      return [['base-image', unknown]];
    }
    const { familiarName, tag, digest } = root.reference;
    const named = tag === undefined || tag === 'latest' ? 'floating' : 'tag';
    const golang = isGolang(root.reference) ? readGolangTag(tag) : undefined;
    return [
      [
        'base-image',
        tag === undefined ? familiarName : `${familiarName}:${tag}`,
      ],
      ['base-pinning', digest ? 'digest' : named],
      ...(golang ? [['go-image', golang.version ?? 'latest'] as const] : []),
    ];
  });
}

const settings: readonly (readonly [FleetAspect, GoVariableName])[] = [
  ['module-proxy', 'GOPROXY'],
  ['checksum-database', 'GOSUMDB'],
];

/** What is in force where modules are fetched or may be. */
function settingsOf(unit: BuildUnit): Pair[] {
  return readGoSteps(unit).flatMap(({ variables }) =>
    settings.map(
      ([aspect, name]) => [aspect, variables[name].value ?? unknown] as const,
    ),
  );
}

function featuresOf(unit: BuildUnit): Pair[] {
  const syntax = unit.dockerfile.directives.find(
    ({ name }) => name === 'syntax',
  );
  return [
    ...(syntax ? [['syntax', syntax.value] as const] : []),
    ...unit.reachable
      .flatMap(({ instructions }) => instructions)
      .flatMap(readFeatures)
      .map(feature => ['buildkit', feature] as const),
  ];
}

function readFeatures(instruction: Instruction): string[] {
  const { keyword, flags, heredocs } = instruction;
  return [
    ...readMounts(instruction).map(({ type }) => `${type}-mount`),
    ...(heredocs.length > 0 ? ['heredoc'] : []),
    ...(keyword === 'COPY' || keyword === 'ADD'
      ? flags
          .filter(({ name }) => name === 'link' || name === 'parents')
          .map(({ name }) => `copy-${name}`)
      : []),
  ];
}

function cachesOf(builds: readonly ImageBuild[]): Pair[] {
  return builds.flatMap(({ cacheFrom, cacheTo, partial, remoteBuilder }) => {
    const types = [...cacheFrom, ...cacheTo].map(({ type = unknown }) => type);
    if (remoteBuilder) {
      types.push('remote-builder');
    }
    if (types.length === 0) {
      types.push(partial ? unknown : 'none');
    }
    return types.map(type => ['ci-cache', type] as const);
  });
}
