/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { classifyContent } from './classifyContent';

describe('classifyContent', () => {
  it.each([
    ['plain', [0x46, 0x52], 'utf-8', 'FR'],
    ['empty', [], 'utf-8', ''],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x46], 'utf-8', '\uFEFFF'],
    ['UTF-16 LE with mark', [0xff, 0xfe, 0x46, 0], 'utf-16le', '\uFEFFF'],
    ['UTF-16 BE with mark', [0xfe, 0xff, 0, 0x46], 'utf-16be', '\uFEFFF'],
    ['UTF-16 LE', [0x46, 0, 0x52, 0, 0x4f, 0, 0x4d, 0], 'utf-16le', 'FROM'],
    ['UTF-16 BE', [0, 0x46, 0, 0x52, 0, 0x4f, 0, 0x4d], 'utf-16be', 'FROM'],
    ['Latin-1', [0x23, 0xe9], 'invalid-utf-8', '#\uFFFD'],
  ])('reads %s', (_name, bytes, encoding, text) => {
    const content = classifyContent(new Uint8Array(bytes));
    expect(content).toMatchObject({ kind: 'text', encoding, text });
    expect('warning' in content).toBe(encoding !== 'utf-8');
  });

  it.each([
    ['an executable', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]],
    ['one zero', [0x46, 0x52, 0x4f, 0x4d, 0]],
  ])('refuses %s', (_name, bytes) => {
    expect(classifyContent(new Uint8Array(bytes))).toEqual({ kind: 'binary' });
  });

  it('gives any text without NUL back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        fc.pre(!text.includes('\0'));
        expect(classifyContent(new TextEncoder().encode(text))).toEqual({
          kind: 'text',
          text,
          encoding: 'utf-8',
        });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(classifyContent(bytes).kind).toMatch(/text|binary/);
      }),
    );
  });
});
