/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions, isGoVersion } from '../../gomod/compareGoVersions';
import { ModuleUse } from './moduleLayout';

/**
 * Whether a go command downloads another toolchain than the image's own, whose
 * version is given where it is known: certainly, possibly (as soon as go.mod
 * asks for a newer one), or not at all.
 * https://go.dev/doc/toolchain#select
 */
export function fetchesToolchain(
  { toolchain = 'local', module }: Pick<ModuleUse, 'toolchain' | 'module'>,
  version: string | undefined,
): 'certain' | 'possible' | undefined {
  const [, own = '', mode = ''] =
    /^(local|auto|path|go[^+\s]+)(?:\+(auto|path))?$/.exec(toolchain) ?? [];
  const chosen = own.startsWith('go') ? own.slice('go'.length) : undefined;
  if (chosen !== undefined && !isGoVersion(chosen.split('-', 1)[0])) {
    return undefined;
  }
  // The image's own Go looks for others itself only from Go 1.21 on.
  if (version !== undefined && compareGoVersions(version, '1.21') < 0) {
    return undefined;
  }
  if (chosen !== undefined && mode === '') {
    if (version === undefined || !/^\d+\.\d+(?:\.\d+|[a-z])/.test(version)) {
      return 'possible';
    }
    return chosen === version ? undefined : 'certain';
  }
  if (own !== 'auto' && mode !== 'auto') {
    return undefined;
  }
  const { go, toolchain: line } = module.goMod;
  const named = line?.version.startsWith('go')
    ? [line.version.slice('go'.length).split('-', 1)[0]]
    : [];
  const wanted = [go?.version, chosen, ...named].flatMap(text =>
    text !== undefined && isGoVersion(text) ? [text] : [],
  );
  return version !== undefined &&
    line?.version !== 'default' &&
    wanted.some(text => compareGoVersions(text, version) > 0)
    ? 'certain'
    : 'possible';
}
