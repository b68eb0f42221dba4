/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { baseSupport } from './baseSupport';

function supportOf(image: string) {
  const reference = parseImageReference(image);
  return reference && baseSupport(reference);
}

describe('baseSupport', () => {
  it('knows an image of distroless by its release alone', () => {
    const other = supportOf('gcr.io/distroless/unheard-of-debian11');
    expect(supportOf('gcr.io/distroless/constructor-debian11')).toEqual({
      ...other,
      name: 'distroless/constructor on Debian 11',
    });
    expect(typeof other?.endOfSupport).toBe('string');
  });
});
