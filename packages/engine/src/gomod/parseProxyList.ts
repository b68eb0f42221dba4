/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * One entry of `GOPROXY`.
 *
 * @public
 */
export interface ProxyEntry {
  /** A proxy, the version control system, or neither. */
  kind: 'url' | 'direct' | 'off';
  /** For a URL: completed with `https://` where the go command does so. */
  url?: string;
  /**
   * When the next entry is tried: only after 404 and 410 (`,`) or after any
   * error (`|`). Undefined for the last entry.
   */
  fallback?: 'not-found' | 'any-error';
}

/**
 * What a value of `GOPROXY` means. Entries after `direct` or `off` are never
 * reached and left out.
 *
 * @public
 */
export interface ProxyList {
  /** In the order in which they are asked. */
  entries: ProxyEntry[];
  /** As the go command words it: the value cannot be used. */
  error?: string;
}

/**
 * Reads a `GOPROXY` value as the go command does.
 * https://go.dev/ref/mod#environment-variables
 *
 * @public
 */
export function parseProxyList(value: string): ProxyList {
  const entries: ProxyEntry[] = [];
  for (const match of value.matchAll(/([^,|]+)([,|]?)/g)) {
    const text = match[1].trim();
    if (text === '') {
      continue;
    }
    if (text === 'off' || text === 'direct') {
      entries.push({ kind: text });
      break;
    }
    const url = completeUrl(text);
    const error = checkUrl(url);
    if (error) {
      return { entries, error };
    }
    entries.push({
      kind: 'url',
      url,
      fallback: match[2] === '|' ? 'any-error' : 'not-found',
    });
  }
  const last = entries[entries.length - 1];
  if (last) {
    delete last.fallback;
    return { entries };
  }
  return value === ''
    ? { entries }
    : {
        entries,
        error: 'GOPROXY list is not the empty string, but contains no entries',
      };
}

function completeUrl(text: string): string {
  const bare =
    /[.:/]/.test(text) && !text.includes(':/') && !text.startsWith('/');
  return bare ? `https://${text}` : text;
}

function checkUrl(url: string): string | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\//.exec(url)?.[1].toLowerCase();
  if (scheme === undefined) {
    return `invalid proxy URL missing scheme: ${url}`;
  }
  return ['http', 'https', 'file'].includes(scheme)
    ? undefined
    : `invalid proxy URL scheme (must be https, http, file): ${url}`;
}
