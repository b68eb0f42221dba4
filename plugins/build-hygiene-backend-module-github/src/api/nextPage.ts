/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The next page that a `Link` header names, if any: one of the same origin, for
 * the token goes there.
 */
export function nextPage(
  link: string | null,
  current: string,
): string | undefined {
  for (const part of (link ?? '').split(',')) {
    const match = /^\s*<([^>]*)>(.*)$/.exec(part);
    if (match && /;\s*rel="?next"?(?:\s|;|$)/.test(match[2])) {
      const next = URL.canParse(match[1], current)
        ? new URL(match[1], current)
        : undefined;
      return next?.origin === new URL(current).origin ? next.href : undefined;
    }
  }
  return undefined;
}
