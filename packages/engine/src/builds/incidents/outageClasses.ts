/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The failures that a server causes when it is down, refuses everybody, or
 * cannot be reached. What one Dockerfile gets wrong, such as a module or an
 * image that does not exist, is none of them: many services may get it wrong.
 *
 * @public
 */
export const outageClasses: readonly string[] = [
  'goproxy.401',
  'goproxy.403',
  'goproxy.429',
  'goproxy.5xx',
  'network.dns',
  'network.http_proxy',
  'network.ipv6',
  'network.refused',
  'network.reset',
  'network.timeout',
  'network.tls_ca',
  'network.tls_hostname',
  'ospkg.dns',
  'ospkg.http',
  'registry.5xx',
  'registry.push_denied',
  'registry.rate_limit',
  'registry.unreachable',
];
