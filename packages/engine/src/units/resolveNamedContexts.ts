/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NamedContext } from '../ci/types';
import { BuildContext } from '../context/types';
import { contextName } from '../dockerfile/contextName';
import { maskSecrets } from '../secrets';
import { NamedBuildContext } from './types';

/**
 * The named contexts of a build, by what they are. The last of a name counts;
 * one whose name the builder rejects is none.
 *
 * Kinds as in `loadInputs` of
 * https://github.com/docker/buildx/blob/461836ba0fcb/build/opt.go, and
 * https://docs.docker.com/reference/compose-file/build/#additional_contexts
 */
export function resolveNamedContexts(
  given: readonly NamedContext[],
  readContext: (directory: string) => BuildContext,
): NamedBuildContext[] {
  const resolved = new Map<string, NamedBuildContext>();
  for (const context of given) {
    const name = contextName(context.name);
    if (name !== undefined) {
      resolved.delete(name);
      resolved.set(name, resolveContext(name, context, readContext));
    }
  }
  return [...resolved.values()];
}

function resolveContext(
  name: string,
  { value, folder }: NamedContext,
  readContext: (directory: string) => BuildContext,
): NamedBuildContext {
  if (value === undefined || value === '') {
    return { name, kind: 'unknown', reason: 'its value is not known' };
  }
  const [, scheme = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):(?:\/\/)?([^]*)$/i.exec(value) ?? [];
  switch (scheme) {
    case 'docker-image':
    case 'container-image':
    case 'docker':
      return { name, kind: 'image', image: rest };
    case 'target':
    case 'service':
      return { name, kind: 'target', target: rest };
    case 'oci-layout':
      return { name, kind: 'unknown', reason: 'it is an image in a folder' };
    default:
  }
  if (isRemote(value)) {
    return { name, kind: 'remote', address: maskSecrets(value) };
  }
  if (folder === undefined) {
    const reason = 'its folder is not known, or outside of the repository';
    return { name, kind: 'unknown', reason };
  }
  const context = readContext(folder);
  if (context.entries.length + context.ignored.length === 0) {
    const reason = `the repository has no file in ${folder}`;
    return { name, kind: 'unknown', reason };
  }
  return { name, kind: 'folder', context };
}

/** https://github.com/docker/buildx/blob/461836ba0fcb/util/urlutil/urlutil.go */
function isRemote(value: string): boolean {
  return /^(?:(?:https?|git|ssh):\/\/|git@|github\.com\/)/.test(value);
}
