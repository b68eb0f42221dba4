/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Variables that the go command reads: `go env`, with those that it mentions in
 * `go help environment`.
 * https://pkg.go.dev/cmd/go#hdr-Environment_variables
 */
export const goCommandVariables: ReadonlySet<string> = new Set([
  'GO111MODULE',
  'GO386',
  'GOAMD64',
  'GOARCH',
  'GOARM',
  'GOARM64',
  'GOAUTH',
  'GOBIN',
  'GOCACHE',
  'GOCACHEPROG',
  'GOCOVERDIR',
  'GODEBUG',
  'GOENV',
  'GOEXE',
  'GOEXPERIMENT',
  'GOFIPS140',
  'GOFLAGS',
  'GOGC',
  'GOGCCFLAGS',
  'GOHOSTARCH',
  'GOHOSTOS',
  'GOINSECURE',
  'GOMAXPROCS',
  'GOMEMLIMIT',
  'GOMIPS',
  'GOMIPS64',
  'GOMOD',
  'GOMODCACHE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOOS',
  'GOPATH',
  'GOPPC64',
  'GOPRIVATE',
  'GOPROXY',
  'GORACE',
  'GORISCV64',
  'GOROOT',
  'GOROOT_FINAL',
  'GOSUMDB',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
  'GOTMPDIR',
  'GOTOOLCHAIN',
  'GOTOOLDIR',
  'GOTRACEBACK',
  'GOVCS',
  'GOVERSION',
  'GOWASM',
  'GOWORK',
]);

/** Variables of modules that others are mistaken for. */
const moduleVariables = [
  'GOPROXY',
  'GOPRIVATE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOSUMDB',
  'GOINSECURE',
  'GOFLAGS',
  'GOTOOLCHAIN',
  'GOMODCACHE',
];

/** Names that are met where others are meant; Go has never known them. */
const mistakenNames: Readonly<Record<string, string>> = {
  GONOSUMCHECK: 'GONOSUMDB',
  GONOSUM: 'GONOSUMDB',
  GOSUMCHECK: 'GOSUMDB',
  GONOSUMDBS: 'GONOSUMDB',
  GO_PRIVATE: 'GOPRIVATE',
  GO_NOPROXY: 'GONOPROXY',
  GO_NO_PROXY: 'GONOPROXY',
  GO_SUMDB: 'GOSUMDB',
  GO_NOSUMDB: 'GONOSUMDB',
};

/**
 * The variable that is meant by a name that Go does not know: one letter off, or
 * a name that is known to be mistaken. Undefined for every other name.
 */
export function meantVariable(name: string): string | undefined {
  if (goCommandVariables.has(name)) {
    return undefined;
  }
  if (Object.hasOwn(mistakenNames, name)) {
    return mistakenNames[name];
  }
  return /^GO[A-Z]+$/.test(name)
    ? moduleVariables.find(known => isOneOff(name, known))
    : undefined;
}

/** One letter more, less or other, or two that changed places. */
function isOneOff(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < name.length && name[start] === known[start]) {
    start++;
  }
  let end = 0;
  while (
    end < Math.min(name.length, known.length) - start &&
    name[name.length - 1 - end] === known[known.length - 1 - end]
  ) {
    end++;
  }
  const left = name.slice(start, name.length - end);
  const right = known.slice(start, known.length - end);
  return (
    left.length + right.length === 1 ||
    (left.length === 1 && right.length === 1) ||
    (left.length === 2 && left === `${right[1]}${right[0]}`)
  );
}
