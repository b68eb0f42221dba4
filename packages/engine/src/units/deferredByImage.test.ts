/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile';
import { deferredByImage } from './deferredByImage';

describe('deferredByImage', () => {
  const { from } = parseDockerfile('FROM a\n').stages[0];

  it.each([
    'constructor:onbuild',
    'constructor:1-onbuild',
    'unheard-of:onbuild',
  ])('does not know what %s defers', image => {
    expect(deferredByImage(image, from)).toBeUndefined();
  });

  it('knows what the official Go image deferred', () => {
    expect(
      deferredByImage('golang:1.8-onbuild', from)?.map(
        ({ keyword }) => keyword,
      ),
    ).toContain('RUN');
  });
});
