/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NamedBuildContext } from '../units/types';

/**
 * What identifies a named context, as far as that is known without what is in
 * it: an image is the same by whatever name.
 */
export function identifyNamedContext(context: NamedBuildContext): string[] {
  switch (context.kind) {
    case 'image':
      return [context.image];
    case 'folder':
      return ['folder', context.context.directory];
    case 'target':
      return ['target', context.target];
    case 'remote':
      return ['remote', context.address];
    case 'unknown':
      return ['unknown', context.name];
    default:
      context satisfies never;
      return [];
  }
}
