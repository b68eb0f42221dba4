/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * How a module source is reached.
 *
 * @public
 */
export interface SourceAccess {
  /** Its address, with `http:` or `https:`. */
  url: string;
  /** Value of the `Authorization` header, for this source alone. */
  authorization?: string;
  /** Certificates to trust instead of those that the system trusts, PEM. */
  ca?: string;
}

/**
 * The address without user and password, and those as a header: they belong
 * into no message. Undefined for what is no HTTP address.
 */
export function cleanAccess(access: SourceAccess): SourceAccess | undefined {
  let url: URL;
  try {
    url = new URL(access.url);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return undefined;
  }
  const { username, password } = url;
  const authorization =
    access.authorization ??
    (username === '' && password === ''
      ? undefined
      : `Basic ${Buffer.from(
          `${decode(username)}:${decode(password)}`,
        ).toString('base64')}`);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return {
    ...access,
    url: url.href.replace(/\/+$/, ''),
    ...(authorization !== undefined && { authorization }),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
