/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The address of a module source as it may be shown: without user, password,
 * query and trailing slash. Two entries with the same name are one source.
 *
 * @public
 */
export function sourceName(address: string): string {
  try {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    return url.href.replace(/(?<!\/)\/+$/, '');
  } catch {
    return address.replace(/\/\/[^/@\s]*@/g, '//');
  }
}
