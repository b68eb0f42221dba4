/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stepText } from '../measures/identifySteps';
import { BuildStep } from '../types';

const names = [
  'GOPROXY',
  'GOPRIVATE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOSUMDB',
  'GOINSECURE',
  'GOFLAGS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
];

const assignment = new RegExp(
  `(?:^|[\\s;&])(${names.join(
    '|',
  )})[= ]("[^"]{0,500}"|'[^']{0,500}'|[^\\s;&"']{1,500})`,
  'gi',
);

/** Whether a variable tells Go or others from where they download. */
export function isProxySetting(name: string): boolean {
  return names.includes(name.toUpperCase());
}

/**
 * Proxy settings in the instructions themselves: `ENV GOPROXY=…` of builders
 * that make a step of it, and `GOPROXY=… go mod download`. The last one wins.
 */
export function readProxySettings(
  steps: readonly BuildStep[],
): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const step of steps) {
    if (/^(?:ENV|ARG|RUN)$/.test(step.instruction ?? '')) {
      for (const [, name, value] of stepText(step).matchAll(assignment)) {
        settings.set(name, value.replace(/^["']|["']$/g, ''));
      }
    }
  }
  return settings;
}
