/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RemoteCache } from './types';
import { hasExpression, quotedInExpressions } from './unknownText';

/**
 * A cache as `--cache-to` and `--cache-from` write it:
 * `type=registry,ref=example.com/app:cache,mode=max`, or an image alone.
 * https://docs.docker.com/build/cache/backends/
 */
export function readCache(text: string | undefined): RemoteCache | undefined {
  if (text === undefined) {
    return { certain: false };
  }
  const spec = text.trim();
  if (spec === '') {
    return undefined;
  }
  if (/^\$\{\{[^]*\}\}$/.test(spec) || spec.startsWith('$')) {
    // One of the texts that the expression chooses from may say what it is.
    const quoted = quotedInExpressions(spec)
      .filter(inner => inner.includes('type='))
      .map(readSpec);
    return { ...quoted[0], certain: false };
  }
  return readSpec(spec);
}

function readSpec(spec: string): RemoteCache {
  const fields = spec.split(',').map(field => field.trim());
  if (fields.length === 1 && !fields[0].includes('=')) {
    return { type: 'registry', certain: !hasExpression(spec) };
  }
  const cache: RemoteCache = { certain: true };
  for (const field of fields) {
    const equals = field.indexOf('=');
    const name = field.slice(0, Math.max(equals, 0)).toLowerCase();
    const value = field.slice(equals + 1);
    const isKnown = !value.includes('$');
    if (equals < 0 || ((name === 'type' || name === 'mode') && !isKnown)) {
      cache.certain = false;
    } else if (name === 'type') {
      cache.type = value;
    } else if (name === 'mode') {
      cache.mode = value;
    }
  }
  return cache;
}
