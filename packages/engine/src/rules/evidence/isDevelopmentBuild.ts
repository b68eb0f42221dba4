/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isDevelopmentName } from '../../units/isDevelopmentName';
import { BuildUnit } from '../../units/types';

/**
 * Whether the unit builds something for development, tests or checks rather
 * than an image that goes into service: told by the names of target stage,
 * Dockerfile and its folder.
 */
export function isDevelopmentBuild({ target, dockerfile }: BuildUnit): boolean {
  const parts = dockerfile.path.split('/');
  const file = parts.pop() ?? '';
  const folder = parts.pop() ?? '';
  return [target?.name ?? '', file, folder].some(isDevelopmentName);
}
