/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';

/** The body of an answer. Throws `InputError` when it is longer than that. */
export async function* readBounded(
  response: Response,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const { body, headers } = response;
  if (!body) {
    return;
  }
  const tooLarge = () =>
    new InputError(
      `The download is larger than the bound of ${mostBytes} bytes`,
    );
  if (Number(headers.get('content-length') ?? 0) > mostBytes) {
    await body.cancel();
    throw tooLarge();
  }
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw tooLarge();
    }
    yield chunk;
  }
}
