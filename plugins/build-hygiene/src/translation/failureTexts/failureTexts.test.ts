/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  describeFailureClass,
  diagnoseLines,
  failureClassIds,
} from '@build-hygiene/engine';
import { fillFailureText } from './fillFailureText';
import { zhFailures } from './zhFailures';

/** The places of a sentence by name, with what they say when nothing fills them. */
function placesOf(text: string): [name: string, fallback: string][] {
  return [...text.matchAll(/\{(\w+)\|([^}]*)\}/g)]
    .map(([, name, fallback]): [string, string] => [name, fallback])
    .sort();
}

function namesOf(text: string): string[] {
  return placesOf(text).map(([name]) => name);
}

describe('Chinese texts of failures', () => {
  it('are there for every class, and for no other', () => {
    expect(Object.keys(zhFailures).sort()).toEqual([...failureClassIds].sort());
  });

  it.each(failureClassIds)('say %s in Chinese', id => {
    const { message, fix } = zhFailures[id];
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(fix).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it.each(failureClassIds)('have the places of %s', id => {
    expect(namesOf(zhFailures[id].message)).toEqual(
      namesOf(describeFailureClass(id).message),
    );
  });

  it.each(failureClassIds)('fill the places of %s', id => {
    const { message } = zhFailures[id];
    const places = placesOf(message);
    const values = Object.fromEntries(
      places.map(([name]) => [name, `value-of-${name}`]),
    );
    const filled = fillFailureText(message, values);
    for (const value of Object.values(values)) {
      expect(filled).toContain(value);
    }
    const bare = fillFailureText(message, {});
    for (const text of [filled, bare]) {
      expect(text).not.toMatch(/[{}|]/);
      expect(text).not.toMatch(
        /[\u3000-\u9fff\uff00-\uffef] +[\u3000-\u9fff\uff00-\uffef]/,
      );
    }
  });
});

describe('fillFailureText', () => {
  it.each<[line: string, text: string]>([
    [
      'dial tcp: lookup proxy.golang.org on 10.0.0.1:53: no such host',
      '在构建中无法解析域名 proxy.golang.org。',
    ],
    ['Temporary failure in name resolution', '在构建中无法解析域名。'],
    ['/bin/sh: 1: protoc: not found', '镜像中没有命令 protoc。'],
    ['signal: killed', '该步骤被终止，或无法分配内存。'],
    ['connect: connection refused', '服务器拒绝了连接。'],
  ])('says in Chinese: %s', (line, text) => {
    const failure = diagnoseLines([line]);
    const { message } = zhFailures[failure!.class];
    expect(fillFailureText(message, failure!.values!)).toBe(text);
  });
});
