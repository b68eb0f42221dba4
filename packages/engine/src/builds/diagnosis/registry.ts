/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

/** Outside of commands, where the builder itself talks to a registry. */
const builderRoles = [
  'from',
  'pull',
  'metadata',
  'definition',
  'export',
  'other',
  'none',
] as const;

export const registryFailures: readonly FailureClass[] = [
  {
    id: 'registry.rate_limit',
    kind: 'network',
    title: 'The registry limits pulls',
    message: 'The registry refused because of too many pulls{image|}.',
    transient: true,
    fix: 'Log in to the registry before the build, or pull base images through a mirror.',
    rules: ['image/base-not-digest'],
    signatures: [
      { pattern: /toomanyrequests|pull rate limit/i },
      { pattern: /429 Too Many Requests/, roles: builderRoles },
    ],
  },
  {
    id: 'registry.platform',
    kind: 'network',
    title: 'The image has no such platform',
    message:
      'The image has no variant for {platform|the platform of this build}.',
    transient: false,
    fix: 'Take a base image that is published for this platform, or drop the platform.',
    rules: [],
    signatures: [
      {
        pattern:
          /no match for platform in manifest|no reference for default platform/,
      },
      { pattern: /no matching manifest for (?<platform>[\w/.]+)/ },
      { pattern: /does not (?:provide|match) the specified platform/ },
    ],
  },
  {
    id: 'registry.5xx',
    kind: 'network',
    title: 'The registry failed',
    message: 'The registry {host|} answered with a server error.',
    transient: true,
    fix: 'Run the build again; if it stays, look at the registry’s status page.',
    rules: [],
    signatures: [
      {
        pattern:
          /unexpected (?:status|HTTP status)(?: code)?(?: from \w+ request to)?:? ?(?:https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: )?5\d\d\b/,
      },
      {
        pattern:
          /(?:50[0234]) (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/,
        roles: builderRoles,
      },
    ],
  },
  {
    id: 'registry.push_denied',
    kind: 'network',
    title: 'The registry refuses the push',
    message: 'The registry refused the push: no permission or no login.',
    transient: false,
    fix: 'Log in with an account that may write to this repository (on GitHub: permissions: packages: write), and check the image name.',
    rules: [],
    signatures: [
      {
        pattern:
          /push access denied|denied: permission_denied: (?:write|create)_package|failed to push \S{1,500}: (?:.{0,1000}insufficient_scope|denied\b|unauthorized\b)/,
      },
      {
        pattern: /error pushing image: .{0,1000}: (?:DENIED|UNAUTHORIZED)/,
      },
      {
        pattern:
          /denied: |insufficient_scope|authorization failed|unauthorized|no basic auth credentials|40[13] (?:Unauthorized|Forbidden)/,
        roles: ['export'],
      },
      {
        pattern: /denied: requested access to the resource is denied/,
        roles: ['other', 'none'],
      },
      {
        // Only pushes ask for an upload; pulls name the method or the manifest.
        pattern:
          /failed to push \S{1,500}: .{0,1000}: 40[13] |\/blobs\/uploads\/\S{0,500}: 40[13] /,
      },
      {
        pattern:
          /(?:^|(?<!token|failed open): |desc = )unexpected status(?: code)?:? ?(?:\S+: )?40[13]\b/,
        roles: ['other', 'none'],
      },
      {
        pattern:
          /checking push permission.{0,500}(?:denied|unauthorized|40[13] )/i,
      },
      // What follows may stand on other lines.
      { pattern: /error checking push permissions/, strength: 'likely' },
    ],
  },
  {
    id: 'registry.not_found',
    kind: 'network',
    title: 'The image does not exist',
    message:
      'The image {image|} does not exist, or this builder may not see it.',
    transient: false,
    fix: 'Check the image’s name and tag; if it is private, log in before the build.',
    rules: ['image/base-untagged', 'image/base-not-digest'],
    signatures: [
      {
        pattern:
          /(?:^|[\s:])(?<image>[\w.-]+(?::\d{1,5})?(?:\/[\w.-]+)*:[\w][\w.-]*): not found$/,
      },
      {
        pattern: /manifest for (?<image>\S+) not found/,
      },
      {
        pattern: /short-name "(?<image>[^"]{1,500})" did not resolve/,
      },
      {
        pattern:
          /(?:reading manifest \S{1,300} in \S{1,500}|\/manifests\/\S{1,300}): (?:unauthorized|denied|requested access|UNAUTHORIZED|DENIED)/,
      },
      {
        pattern:
          /(?:failed to (?:resolve source metadata|fetch (?:oauth|anonymous) token|authorize)|httpReadSeeker: failed open).{0,1000}: 40[134] /,
      },
      {
        pattern:
          /MANIFEST_UNKNOWN|manifest unknown|NAME_UNKNOWN|name unknown|repository does not exist|pull access denied/,
      },
      {
        pattern:
          /: not found$|insufficient_scope|authorization failed|40[134] (?:Unauthorized|Forbidden|Not Found)/,
        roles: ['metadata', 'from', 'pull'],
      },
    ],
  },
  {
    id: 'registry.unreachable',
    kind: 'network',
    title: 'The registry could not be reached',
    message: 'The registry {host|} could not be reached.',
    transient: true,
    fix: 'Run the build again; if it stays, check the builder’s network, its proxy settings and the registry.',
    rules: ['platform/daemon-network'],
    signatures: [
      {
        pattern:
          /https?:\/\/(?<host>[^\s/"]{1,300})\/(?:v2\/|token)(?!\S{0,500}\/@v\/)[^\s"]{0,500}"?: .{0,500}(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|EOF|no route to host|network is unreachable|request canceled|server gave HTTP response)/,
      },
      {
        pattern:
          /failed to (?:resolve source metadata|fetch (?:oauth|anonymous) token|authorize).{0,1000}(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|EOF|no route to host|network is unreachable)/,
      },
      {
        pattern:
          /(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|unexpected EOF|: EOF$|no route to host|network is unreachable)/,
        roles: ['from', 'pull', 'metadata', 'export'],
      },
    ],
  },
];
