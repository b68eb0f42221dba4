/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesOf, PlacedEdit } from '../../edits/changesOf';
import { insertAfterFrom } from '../../edits/insertAfterFrom';
import { FixProposal } from '../../edits/types';
import { GoStepEnvironment } from '../../environment/readGoSteps';
import { matchesPrefixPatterns } from '../../gomod/matchesPrefixPatterns';
import { parseProxyList } from '../../gomod/parseProxyList';
import { findingAt } from '../evidence/createFinding';
import { editName, editValue } from '../evidence/editSetting';
import { fetchingCommands } from '../evidence/fetchingCommands';
import { GoSetting, goSettings } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  prefixesOf,
  PrivateModule,
  privateModules,
} from '../evidence/privateModules';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { isPublicProxy } from '../facts/moduleSources';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { privateLeakExamples } from './privateLeak.examples';

export const privateLeak: UnitRule = {
  id: 'proxy/private-leak',
  category: 'proxy',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Private modules are asked for in private',
    fail: 'Public services are asked for private modules',
  },
  why: 'Go asks the module proxy and the checksum database for every module that no pattern exempts. They learn the paths of private modules and cannot have them, so the build fails with 404 or 410; or somebody else publishes a module of that name.',
  howToFix:
    'Name the prefixes of private modules in the stage that fetches them: `ENV GOPRIVATE=git.corp.example,github.com/my-org`. GONOPROXY alone does not do: the checksum database is still asked.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#private-modules',
    'https://go.dev/ref/mod#private-module-privacy',
  ],
  prevents: ['goproxy.404', 'goproxy.410', 'auth.private_module_https'],
  evaluate,
  propose,
  examples: privateLeakExamples,
};

/** A go command, and the private modules that it asks public services for. */
interface Leak {
  command: GoStepEnvironment;
  toProxy: PrivateModule[];
  toDatabase: PrivateModule[];
}

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const modules = privateModules(subject);
  if (modules.length === 0) {
    return notApplicable('No module that is required is known to be private.');
  }
  const commands = fetchingCommands(subject);
  if (commands.length === 0) {
    return notApplicable('No step is known to fetch modules.');
  }
  const leaks = commands.map(command => findLeak(command, modules));
  if (leaks.every(leak => leak === undefined)) {
    return notApplicable(
      'GOPROXY or the patterns for private modules have a value that is not known.',
    );
  }
  return passUnless(
    leaks.flatMap(leak => {
      const message = leak && describe(leak);
      return leak && message !== undefined
        ? [findingAt(subject.unit.dockerfile, leak.command, message)]
        : [];
    }),
  );
}

function findLeak(
  command: GoStepEnvironment,
  modules: readonly PrivateModule[],
): Leak | undefined {
  const { GOPROXY, GONOPROXY, GONOSUMDB, GOSUMDB } = command.variables;
  if (
    [GOPROXY, GONOPROXY, GONOSUMDB, GOSUMDB].some(
      ({ value }) => value === undefined,
    )
  ) {
    return undefined;
  }
  const { entries } = parseProxyList(GOPROXY.value ?? '');
  const isOff = entries[0]?.kind === 'off' || entries.length === 0;
  const asksPublic = entries.some(
    ({ kind, url = '' }) => kind === 'url' && isPublicProxy(url),
  );
  // A proxy of the organisation may stand in for the checksum database.
  const [first] = entries;
  const asksDatabase =
    !isOff &&
    GOSUMDB.value !== 'off' &&
    (first.kind === 'direct' || isPublicProxy(first.url ?? ''));
  const outside = (patterns = '') =>
    modules.filter(
      ({ modulePath }) => !matchesPrefixPatterns(patterns, modulePath),
    );
  return {
    command,
    toProxy: asksPublic ? outside(GONOPROXY.value) : [],
    toDatabase: asksDatabase ? outside(GONOSUMDB.value) : [],
  };
}

function describe({ toProxy, toDatabase }: Leak): string | undefined {
  if (toProxy.length > 0) {
    return `GOPRIVATE does not cover ${list(
      toProxy,
    )}: the public module proxy is asked for it.`;
  }
  return toDatabase.length > 0
    ? `GONOSUMDB does not cover ${list(
        toDatabase,
      )}: the checksum database is asked for versions that are not in go.sum. GOPRIVATE covers both, GONOPROXY only the proxy.`
    : undefined;
}

function list(modules: readonly PrivateModule[]): string {
  const [{ modulePath }, ...others] = modules;
  return others.length === 0
    ? modulePath
    : `${modulePath} and ${others.length} more`;
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const modules = privateModules(subject);
  const leaks = fetchingCommands(subject)
    .flatMap(command => findLeak(command, modules) ?? [])
    .filter(leak => describe(leak) !== undefined);
  const changes = changesOf(leaks.flatMap(leak => correct(subject, leak)));
  return (
    changes && {
      title: 'Name the private modules in GOPRIVATE',
      safety: 'needs-review',
      review:
        'Go fetches these modules from their own hosts then: check that builds reach them, have git, and may read there.',
      changes,
    }
  );
}

function correct(
  { unit }: UnitSubject,
  { command, toProxy, toDatabase }: Leak,
): (PlacedEdit | undefined)[] {
  const prefixes = prefixesOf([...toProxy, ...toDatabase]);
  const names = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB'] as const;
  const settings = goSettings(unit, names);
  // GONOPROXY and GONOSUMDB have the place of GOPRIVATE where they are not set.
  const inForce = names.flatMap(
    name =>
      settings.find(
        setting =>
          setting.name === name &&
          setting.line === command.variables[name].place?.line,
      ) ?? [],
  );
  const isSet = names.some(name => command.variables[name].value !== '');
  if (!isSet) {
    const text = `ENV GOPRIVATE=${prefixes.join(',')}`;
    const { path, source } = unit.dockerfile;
    return [{ path, edit: insertAfterFrom(source, command.stage, [text]) }];
  }
  const [only] = inForce;
  if (inForce.length === 1 && only.name === 'GONOPROXY') {
    return [
      editName(only, 'GOPRIVATE'),
      ...(isCovered(only, prefixes) ? [] : [extend(only, prefixes)]),
    ];
  }
  return inForce.length === 0
    ? [undefined]
    : inForce.map(setting => extend(setting, prefixes));
}

function extend(
  setting: GoSetting,
  prefixes: readonly string[],
): PlacedEdit | undefined {
  const entries = setting.value.split(',').filter(entry => entry !== '');
  return editValue(setting, [...new Set([...entries, ...prefixes])].join(','));
}

function isCovered(setting: GoSetting, prefixes: readonly string[]): boolean {
  return prefixes.every(prefix => matchesPrefixPatterns(setting.value, prefix));
}
