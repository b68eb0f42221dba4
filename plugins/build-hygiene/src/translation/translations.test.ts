/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeFailureClass } from '@build-hygiene/engine';
import { allMessages } from './allMessages';
import { failureClassMessages } from './messages';
import zh from './zh';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value]]
      : flatten(value, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
}

describe('translations', () => {
  const english = flatten(allMessages as unknown as Tree);
  const chinese = new Map(Object.entries(zh.messages));

  it('have a Chinese text for every English one, and no other', () => {
    expect([...chinese.keys()].sort()).toEqual(
      english.map(([key]) => key).sort(),
    );
  });

  it.each(english)('fill the same places in %s', (key, text) => {
    expect(placeholders(String(chinese.get(key)))).toEqual(placeholders(text));
  });

  it.each(english)('leave nothing empty: %s', key => {
    expect(chinese.get(key)).toMatch(/\S/);
  });

  it.each(flatten(failureClassMessages.failureClass))(
    'call the failure class %s as the engine does',
    (id, text) => {
      expect(describeFailureClass(id)).toMatchObject({ id, title: text });
    },
  );
});
