/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fillFailureMessage, placesOf } from './fillFailureMessage';

describe('fillFailureMessage', () => {
  it.each<[template: string, values: Record<string, string>, text: string]>([
    ['{path|A file} is missing.', { path: 'go.mod' }, 'go.mod is missing.'],
    ['{path|A file} is missing.', {}, 'A file is missing.'],
    ['The registry {host|} failed.', {}, 'The registry failed.'],
    ['Too many pulls {image|}.', {}, 'Too many pulls.'],
    ['{what|} it broke, {how|}.', { what: 'suddenly' }, 'Suddenly it broke,.'],
    ['{code|none} of {code|them}', { code: '$& $1' }, '$& $1 of $& $1'],
    ['{constructor|Nothing} is there.', {}, 'Nothing is there.'],
    ['No place.', { host: 'x.example' }, 'No place.'],
  ])('%s with %j', (template, values, text) => {
    expect(fillFailureMessage(template, values)).toBe(text);
  });
});

describe('placesOf', () => {
  it('names the places of a message', () => {
    expect(placesOf('Needs {need|a newer one}, has {have|}.')).toEqual([
      'need',
      'have',
    ]);
  });
});
