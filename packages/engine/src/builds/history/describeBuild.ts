/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import { maskTexts } from '../../secrets/maskTexts';
import { fieldsOf, JsonFields, listOf, textOf } from '../jsonFields';
import { BuildDescription, BuildMaterial } from '../types';

const argumentPrefix = 'build-arg:';
const mostItems = 500;
const longest = 2000;

function masked(text: string): string {
  return maskSecrets(text.slice(0, longest));
}

/** Masked with the name, which tells more than the value. */
export function maskArgument(name: string, value: string): string {
  const head = `${name}=`;
  const text = masked(`${head}${value}`);
  return text.startsWith(head) ? text.slice(head.length) : '***';
}

/** The build arguments among a frontend's attributes. */
export function describeArguments(
  attributes: JsonFields,
): Pick<BuildDescription, 'buildArguments'> {
  const buildArguments: Record<string, string> = {};
  let count = 0;
  for (const [key, value] of Object.entries(attributes)) {
    const name = key.slice(argumentPrefix.length);
    if (
      key.startsWith(argumentPrefix) &&
      typeof value === 'string' &&
      count < mostItems &&
      name !== '__proto__'
    ) {
      buildArguments[name] = maskArgument(name, value);
      count++;
    }
  }
  return count === 0 ? {} : { buildArguments };
}

/** What was built, told by a frontend's attributes. */
export function describePlace(attributes: JsonFields): BuildDescription {
  const filename = textOf(attributes.filename);
  const folder = textOf(attributes['vcs:localdir:dockerfile']);
  const repository = textOf(attributes['vcs:source']);
  const isInFolder = folder !== undefined && !/^\.?\/?$/.test(folder);
  return {
    dockerfile:
      filename !== undefined && isInFolder
        ? `${folder.replace(/\/$/, '')}/${filename}`
        : filename,
    target: textOf(attributes.target),
    platforms: textOf(attributes.platform)?.split(',').slice(0, mostItems),
    repository: repository && masked(repository),
    revision: textOf(attributes['vcs:revision']),
  };
}

function digestOf(value: unknown): string | undefined {
  for (const [name, hash] of Object.entries(fieldsOf(value))) {
    if (typeof hash === 'string') {
      return `${name}:${hash}`;
    }
  }
  return undefined;
}

/**
 * The materials of a provenance: `materials` in SLSA 0.2, and
 * `buildDefinition.resolvedDependencies` in 1.0; in a statement or bare.
 * https://slsa.dev/spec/v1.0/provenance
 */
export function materialsOf(provenance: unknown): BuildMaterial[] {
  const outer = fieldsOf(provenance);
  const predicate = 'predicate' in outer ? fieldsOf(outer.predicate) : outer;
  const definition = fieldsOf(predicate.buildDefinition);
  return [
    ...listOf(predicate.materials),
    ...listOf(definition.resolvedDependencies),
  ].flatMap(({ uri, digest }) => {
    const address = textOf(uri);
    return address === undefined
      ? []
      : { uri: masked(address), digest: digestOf(digest) };
  });
}

/** Each material once: the provenance of each platform names them again. */
export function mergeMaterials(
  lists: readonly (readonly BuildMaterial[])[],
): Pick<BuildDescription, 'materials'> {
  const merged = new Map<string, BuildMaterial>();
  for (const material of lists.flat()) {
    const key = `${material.uri} ${material.digest}`;
    if (merged.size < mostItems && !merged.has(key)) {
      merged.set(key, material);
    }
  }
  return merged.size === 0 ? {} : { materials: [...merged.values()] };
}

/** Without the fields that nothing is known of, and without secrets in others. */
export function compactDescription(
  description: BuildDescription,
): BuildDescription {
  return maskTexts(
    Object.fromEntries(
      Object.entries(description).filter(([, value]) => value !== undefined),
    ),
  );
}
