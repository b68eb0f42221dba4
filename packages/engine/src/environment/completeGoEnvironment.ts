/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoValue, GoVariableName, goVariableNames } from './types';

/** What decides values that nobody sets. */
export interface GoSurroundings {
  /** What is set, by name. Empty values count as not set, as for Go. */
  get(name: string): GoValue | undefined;
  /** Undefined where it is not known who runs the command. */
  user?: GoValue;
  /** Whether a C compiler is there; undefined where that is not known. */
  hasCompiler?: boolean;
}

/**
 * Fills in what nobody sets, as Go 1.27 does. `go.env` of the distribution has
 * GOPROXY, GOSUMDB and GOTOOLCHAIN; GOPRIVATE is the default of GONOPROXY and
 * GONOSUMDB.
 * https://pkg.go.dev/cmd/go#hdr-Environment_variables
 * https://go.dev/ref/mod#environment-variables
 */
export function completeGoEnvironment(
  surroundings: GoSurroundings,
): Record<GoVariableName, GoValue> {
  return Object.fromEntries(
    goVariableNames.map(name => [name, valueOf(name, surroundings)]),
  ) as Record<GoVariableName, GoValue>;
}

function valueOf(name: GoVariableName, surroundings: GoSurroundings): GoValue {
  const set = surroundings.get(name);
  if (set && set.value !== '' && name !== 'USER') {
    return set;
  }
  switch (name) {
    case 'GOPROXY':
      return { value: 'https://proxy.golang.org,direct', origin: 'default' };
    case 'GOSUMDB':
      return { value: 'sum.golang.org', origin: 'default' };
    case 'GOTOOLCHAIN':
      return { value: 'auto', origin: 'default' };
    case 'GONOPROXY':
    case 'GONOSUMDB':
      return valueOf('GOPRIVATE', surroundings);
    case 'GOPRIVATE':
    case 'GOINSECURE':
    case 'GOFLAGS':
      return { value: '', origin: 'default' };
    case 'CGO_ENABLED':
      return describeCgo(surroundings);
    case 'GOMODCACHE':
      return below(goPath(surroundings), '/pkg/mod');
    case 'GOCACHE': {
      const cache = surroundings.get('XDG_CACHE_HOME');
      return cache && cache.value !== ''
        ? below(cache, '/go-build')
        : below(home(surroundings), '/.cache/go-build');
    }
    case 'USER':
      return surroundings.user ?? { origin: 'image' };
    default:
      name satisfies never;
      return { origin: 'default' };
  }
}

/** Since Go 1.20 cgo is off where there is no C compiler. */
function describeCgo({ get, hasCompiler }: GoSurroundings): GoValue {
  const crosses = ['GOOS', 'GOARCH', 'CC'].some(name => get(name));
  return hasCompiler === undefined || crosses
    ? { origin: 'default' }
    : { value: hasCompiler ? '1' : '0', origin: 'default' };
}

function goPath(surroundings: GoSurroundings): GoValue {
  const set = surroundings.get('GOPATH');
  if (!set || set.value === '') {
    return below(home(surroundings), '/go');
  }
  return set.value === undefined
    ? set
    : { ...set, value: set.value.split(':')[0] };
}

function home({ get, user }: GoSurroundings): GoValue {
  const set = get('HOME');
  if (set && set.value !== '') {
    return set;
  }
  const name = user?.value;
  if (name === undefined) {
    return { origin: 'default' };
  }
  // A user's folder is what /etc/passwd says; for root it is always this one.
  return name === 'root' || name === '0'
    ? { value: '/root', origin: 'default' }
    : { origin: 'default' };
}

function below(base: GoValue, path: string): GoValue {
  return base.value === undefined
    ? base
    : { ...base, value: `${base.value}${path}` };
}
