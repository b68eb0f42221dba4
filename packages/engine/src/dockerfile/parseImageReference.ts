/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The parts of an image reference.
 *
 * @public
 */
export interface ImageReference {
  /** As written; `undefined` stands for Docker Hub. */
  registry?: string;
  /** The full repository on its registry: `library/golang`. */
  repository: string;
  /** The shortest name: `golang`, `me/app`, `registry.example/team/app`. */
  familiarName: string;
  /** What stands behind the colon, as in `golang:1.27`. */
  tag?: string;
  /** With algorithm: `sha256:…`. */
  digest?: string;
}

const HUB = ['docker.io', 'index.docker.io'];
const MAXIMUM_NAME = 255;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST =
  /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const REGISTRY = new RegExp(
  `^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]+)?$`,
);

/**
 * Reads `golang:1.27-alpine@sha256:…` as Docker does; `undefined` when it is no
 * valid reference. https://github.com/distribution/reference
 *
 * @public
 */
export function parseImageReference(
  reference: string,
): ImageReference | undefined {
  const at = reference.indexOf('@');
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const tagged = at < 0 ? reference : reference.slice(0, at);
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : tagged.slice(colon + 1);
  const name = colon < 0 ? tagged : tagged.slice(0, colon);
  if (
    (digest !== undefined && !DIGEST.test(digest)) ||
    (tag !== undefined && !TAG.test(tag)) ||
    name.length > MAXIMUM_NAME
  ) {
    return undefined;
  }
  const { registry, path } = splitRegistry(name);
  if (
    (registry !== undefined && !REGISTRY.test(registry)) ||
    !path.split('/').every(component => COMPONENT.test(component))
  ) {
    return undefined;
  }
  const onHub = registry === undefined || HUB.includes(registry);
  const repository = onHub && !path.includes('/') ? `library/${path}` : path;
  return {
    registry,
    repository,
    familiarName: onHub
      ? repository.replace(/^library\/(?=[^/]+$)/, '')
      : `${registry}/${repository}`,
    tag,
    digest,
  };
}

/** The first part is a registry when it looks like a host name. */
function splitRegistry(name: string): { registry?: string; path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const isRegistry =
    slash >= 0 &&
    (/[.:]/.test(first) ||
      first === 'localhost' ||
      first !== first.toLowerCase());
  return isRegistry
    ? { registry: first, path: name.slice(slash + 1) }
    : { path: name };
}
