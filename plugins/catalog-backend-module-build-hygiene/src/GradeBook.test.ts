/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { BuildHygieneApi } from '@build-hygiene/plugin-build-hygiene-common';
import { GradeBook } from './GradeBook';

describe('GradeBook', () => {
  function setUp() {
    const queryServices = jest.fn();
    let time = 0;
    const book = GradeBook.create({
      api: { queryServices } as unknown as Pick<
        BuildHygieneApi,
        'queryServices'
      >,
      getToken: async () => 'token',
      logger: mockServices.logger.mock(),
      now: () => time,
    });
    return {
      book,
      queryServices,
      pass: (seconds: number) => {
        time += seconds * 1000;
      },
    };
  }

  const page = (
    grades: Record<string, string | undefined>,
    nextCursor?: string,
  ) => ({
    items: Object.entries(grades).map(([entityRef, grade]) => ({
      entityRef,
      grade,
    })),
    nextCursor,
  });

  it('reads all pages, and anew after a while', async () => {
    const { book, pass, queryServices } = setUp();
    queryServices
      .mockResolvedValueOnce(page({ a: 'A', unrated: undefined }, 'next'))
      .mockResolvedValueOnce(page({ b: 'B' }))
      .mockResolvedValueOnce(page({ a: 'F' }));
    expect(book.read()).toBeUndefined();
    expect(book.read()).toBeUndefined();
    await book.settled();
    expect([...book.read()!]).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    expect(queryServices.mock.calls.map(([{ cursor }]) => cursor)).toEqual([
      undefined,
      'next',
    ]);
    pass(39);
    book.read();
    expect(queryServices).toHaveBeenCalledTimes(2);
    pass(1);
    // What is known until the reading has ended.
    expect(book.read()!.get('a')).toBe('A');
    await book.settled();
    expect([...book.read()!]).toEqual([['a', 'F']]);
  });

  it('keeps what it knows when nobody answers, and asks again soon', async () => {
    const { book, pass, queryServices } = setUp();
    queryServices
      .mockResolvedValueOnce(page({ a: 'A' }))
      .mockRejectedValueOnce(new Error('nobody there'))
      .mockResolvedValueOnce(page({ a: 'B' }));
    book.read();
    await book.settled();
    pass(20);
    book.read();
    await book.settled();
    expect(book.read()!.get('a')).toBe('A');
    pass(15);
    book.read();
    await book.settled();
    expect(book.read()!.get('a')).toBe('B');
  });
});
