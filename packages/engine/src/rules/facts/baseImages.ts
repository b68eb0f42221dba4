/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';

/**
 * Official images that start as root: their Dockerfiles have no USER and their
 * entry points do not change it.
 *
 * Source: https://github.com/docker-library/official-images, read 2026-11-21.
 */
const rootImages = new Set([
  'almalinux',
  'alpine',
  'amazonlinux',
  'buildpack-deps',
  'busybox',
  'centos',
  'debian',
  'eclipse-temurin',
  'fedora',
  'golang',
  'node',
  'openjdk',
  'oraclelinux',
  'php',
  'python',
  'rockylinux',
  'ruby',
  'rust',
  'ubuntu',
]);

/** Where the official images are mirrored under their own names. */
const officialMirrors = new Set([
  'docker.io',
  'index.docker.io',
  'registry.hub.docker.com',
  'mirror.gcr.io',
]);

/**
 * The name of a Docker official image, also through mirrors that keep the
 * `library/` path: `golang`, `public.ecr.aws/docker/library/golang`.
 */
export function officialName(reference: ImageReference): string | undefined {
  const parts = reference.repository.split('/');
  const name = parts[parts.length - 1];
  if (parts[parts.length - 2] === 'library') {
    return name;
  }
  const mirrored =
    reference.registry !== undefined && officialMirrors.has(reference.registry);
  return mirrored && parts.length === 1 ? name : undefined;
}

/**
 * Whether an image starts as root, where that is known for sure.
 *
 * - distroless: https://github.com/GoogleContainerTools/distroless#how-do-i-use-distroless-images
 * - Chainguard: https://edu.chainguard.dev/chainguard/chainguard-images/
 * - Bitnami: https://github.com/bitnami/containers
 */
export function startsAsRoot(reference: ImageReference): boolean | undefined {
  const { registry, repository, tag = '' } = reference;
  if (registry === 'gcr.io' && repository.startsWith('distroless/')) {
    // A digest alone does not tell the variant.
    return reference.tag === undefined && reference.digest !== undefined
      ? undefined
      : !/(?:^|-)nonroot(?:-|$)/.test(tag);
  }
  if (
    registry === 'cgr.dev' &&
    /\/(?:static|glibc-dynamic|busybox|nginx|python|node|jre)$/.test(
      `/${repository}`,
    )
  ) {
    return /(?:^|-)dev$/.test(tag) ? undefined : false;
  }
  if (repository.startsWith('bitnami/')) {
    return false;
  }
  if (repository === 'nginxinc/nginx-unprivileged') {
    return false;
  }
  const official = officialName(reference);
  return official !== undefined && rootImages.has(official) ? true : undefined;
}

/** Whether an image is known to have no shell. */
export function lacksShell(reference: ImageReference): boolean {
  const { registry, repository, tag = '' } = reference;
  if (registry === 'gcr.io' && repository.startsWith('distroless/')) {
    const known = reference.tag !== undefined || reference.digest === undefined;
    return known && !/(?:^|-)debug(?:-|$)/.test(tag);
  }
  return (
    registry === 'cgr.dev' &&
    /\/(?:static|glibc-dynamic)$/.test(`/${repository}`) &&
    !/(?:^|-)dev$/.test(tag)
  );
}

/** Whether it is the official Go image. */
export function isGolang(reference: ImageReference): boolean {
  return officialName(reference) === 'golang';
}
