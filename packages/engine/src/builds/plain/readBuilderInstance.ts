/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import { BuilderInstance } from '../types';

const line =
  /^building with "([^"]{1,200})" instance using ([\w-]{1,50}) driver/;

/**
 * Reads buildx's first line of a plain log.
 * https://github.com/docker/buildx/blob/master/commands/build.go
 */
export function readBuilderInstance(text: string): BuilderInstance | undefined {
  const match = line.exec(text);
  return match ? { name: maskSecrets(match[1]), driver: match[2] } : undefined;
}
