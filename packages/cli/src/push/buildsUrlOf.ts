/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '../InputError';

/** The URL that builds are sent to, from that of the Backstage backend. */
export function buildsUrlOf(backendUrl: string): URL {
  let url: URL;
  try {
    url = new URL(backendUrl);
  } catch {
    throw new InputError(
      '--url: this is no URL; give the address of the Backstage backend, such as https://backstage.example.com',
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new InputError(
      '--url: give an http or https URL without credentials; a token goes into BUILD_HYGIENE_TOKEN',
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/api/build-hygiene')
    ? `${path}/builds`
    : `${path}/api/build-hygiene/builds`;
  url.search = '';
  url.hash = '';
  return url;
}
