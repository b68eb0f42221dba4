/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile';
import { maskSecrets } from '../../secrets';
import { FailureMatch } from './matchFailure';

const longestHost = 253;

/** Of a URL, without user and port. */
const urlHost = /https?:\/\/(?:[^\s/@"']{0,500}@)?([^\s/:"'?#@\\]{1,253})/;

/** Where the line or the step of a failure names an image. */
const imageNames = [
  /failed to resolve source metadata for ([^\s"]{1,500}?):? /,
  /failed to push ([^\s"]{1,500}?):? /,
  /load metadata for ([^\s"]{1,500})/,
  /pushing (?:layers|manifest) for ([^\s"]{1,500})/,
  /^pushing ([^\s"]{1,500})$/,
  /FROM (?:--platform=\S{1,100} )?([^\s"]{1,500})/,
];

/** A builder's own machine is down for nobody else. */
const ownMachine = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0)$/;

function toHost(text: string | undefined): string | undefined {
  const host = text
    ?.toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '');
  const isHost =
    host !== undefined &&
    host.length <= longestHost &&
    /^[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?$/.test(host) &&
    !ownMachine.test(host);
  // A name that looks like a secret is no name to show.
  return isHost && maskSecrets(host) === host ? host : undefined;
}

function registryOf(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    for (const pattern of imageNames) {
      const image = parseImageReference(pattern.exec(text)?.[1] ?? '');
      if (image) {
        const { registry = 'docker.io' } = image;
        return registry === 'index.docker.io' ? 'docker.io' : registry;
      }
    }
  }
  return undefined;
}

/**
 * The server that a failure is about: the module proxy, the registry, the
 * mirror, or whatever else the build talked to. Its host alone, in small
 * letters, so that the failures of many builds come together.
 */
export function failureTarget(
  match: FailureMatch,
  step: string | undefined,
): string | undefined {
  const { failureClass, groups, line } = match;
  const { id } = failureClass;
  const named = toHost(groups.host ?? groups.host2);
  const ofUrl = toHost(urlHost.exec(line)?.[1]);
  switch (id.slice(0, id.indexOf('.'))) {
    case 'goproxy':
    case 'ospkg':
    case 'auth':
      return named;
    case 'registry':
      return named ?? toHost(registryOf([line, step ?? ''])) ?? ofUrl;
    case 'network':
      // An address is less of a name than the URL that was asked for.
      return id === 'network.dns' || id === 'network.http_proxy'
        ? named ?? ofUrl
        : ofUrl ?? named;
    default:
      return undefined;
  }
}
