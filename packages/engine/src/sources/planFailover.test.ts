/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { planFailover } from './planFailover';
import { CanaryAnswers } from './types';

const corp = 'https://goproxy.corp.example';
const open = 'https://proxy.golang.org';

function plan(
  list: string,
  answers: Record<string, CanaryAnswers> = {},
  rest: { noProxy?: string; privateModule?: string } = {},
) {
  return planFailover(list, {
    answers: new Map(Object.entries(answers)),
    ...rest,
  });
}

describe('planFailover', () => {
  it('tells that a comma does not help when a source is down', () => {
    const { failures } = plan(`${corp},${open},direct`);
    expect(failures).toEqual([
      {
        source: corp,
        down: { state: 'failed', source: corp, asked: [corp] },
        silent: { state: 'silent', source: corp, asked: [corp] },
      },
      {
        source: open,
        down: { state: 'served', source: corp, asked: [corp] },
        silent: { state: 'served', source: corp, asked: [corp] },
      },
    ]);
  });

  it('tells that a bar helps against errors, not against silence', () => {
    const [first] = plan(`${corp}|${open},direct`).failures;
    expect(first.down).toMatchObject({ state: 'served', source: open });
    expect(first.silent).toMatchObject({ state: 'silent', source: corp });
  });

  it('says what each kind of module comes to now', () => {
    const { now } = plan(`${corp},${open},direct`, {
      [corp]: { public: 'not-found', private: 'served', missing: 'failed' },
      [open]: { public: 'served', private: 'not-found', missing: 'not-found' },
    });
    expect(now.public).toMatchObject({ state: 'served', source: open });
    expect(now.private).toMatchObject({ state: 'served', source: corp });
    expect(now.missing).toMatchObject({ state: 'failed', source: corp });
  });

  it('keeps private modules from proxies where the patterns do', () => {
    const rest = {
      noProxy: '*.corp.example',
      privateModule: 'git.corp.example/team/lib',
    };
    expect(plan(open, {}, rest).now).toEqual({
      private: { state: 'direct', asked: [] },
    });
    expect(plan(open, {}, { ...rest, noProxy: 'other.example' }).now).toEqual(
      {},
    );
  });

  it('judges the failure of one source with the others as they are', () => {
    const { failures } = plan(`${corp}|${open}`, {
      [open]: { public: 'failed' },
    });
    expect(failures[0].down).toMatchObject({ state: 'failed', source: open });
  });

  it('shows no credentials', () => {
    const report = plan('https://ci:s3cret@goproxy.corp.example/go/|direct');
    expect(report.list).toBe('https://goproxy.corp.example/go|direct');
    expect(JSON.stringify(report)).not.toContain('s3cret');
    const wrong = plan('ftp://ci:s3cret@goproxy.corp.example');
    expect(wrong.error).toContain('invalid proxy URL scheme');
    expect(JSON.stringify(wrong)).not.toContain('s3cret');
  });

  it('takes a source that is named twice for one', () => {
    expect(plan(`${corp},${corp}/,direct`).failures).toHaveLength(1);
  });
});
