/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeFailure } from './describeFailure';
import { describeFailureClass, failureClassIds } from './describeFailureClass';
import { diagnoseLines } from './diagnoseLines';
import { fillFailureMessage } from './fillFailureMessage';
import { commandFailed } from './genericFailures';

// Built at run time, so that no scanner takes this file for a leak.
const letters = 'Zq7Lw2Xk9Vb4Nm6Tj1Hg8Fd3Sa5Pr0Yc2Ux4';

describe('the values of a failure', () => {
  it.each<[line: string, values: Record<string, string>]>([
    [
      'dial tcp: lookup proxy.golang.org on 10.0.0.1:53: no such host',
      { host: 'proxy.golang.org' },
    ],
    ['/bin/sh: 1: protoc: not found', { command: 'protoc' }],
    ["E: Could not resolve 'deb.debian.org'", { host: 'deb.debian.org' }],
    ['no space left on device', {}],
  ])('fill its message: %s', (line, values) => {
    const failure = diagnoseLines([line]);
    expect(failure).toMatchObject({ values });
    const { message } = describeFailureClass(failure!.class);
    expect(fillFailureMessage(message, values)).toBe(failure!.message);
  });

  it.each([
    `/bin/sh: 1: ghp_${letters}: not found`,
    `exec: "GITHUB_TOKEN=${letters}": executable file not found in $PATH`,
    `exec: "https://bot:${letters}@git.example/x": executable file not found`,
    `E: Unable to locate package ghp_${letters}`,
    `--- FAIL: Test_ghp_${letters} (0.00s)`,
  ])('hold no secret: %s', line => {
    const text = JSON.stringify(diagnoseLines([line])?.values);
    expect(text).toContain('***');
    for (let start = 0; start + 8 <= letters.length; start++) {
      expect(text).not.toContain(letters.slice(start, start + 8));
    }
  });

  it('are left out where the whole sentence shows a secret', () => {
    const failure = describeFailure(
      {
        failureClass: { ...commandFailed, message: 'TOKEN={code|} failed.' },
        line: 'x',
        groups: { code: letters },
      },
      undefined,
    );
    expect(failure.values).toBeUndefined();
    expect(JSON.stringify(failure)).not.toContain(letters.slice(0, 8));
  });

  it('are bounded', () => {
    const name = 'protoc-gen-go-'.repeat(100);
    expect(diagnoseLines([`sh: 1: ${name}: not found`])?.values).toEqual({
      command: name.slice(0, 400),
    });
  });
});

describe('failureClassIds', () => {
  it('names all classes', () => {
    expect(failureClassIds).toEqual(
      expect.arrayContaining(['goproxy.404', 'command.nonzero', 'unknown']),
    );
    expect(new Set(failureClassIds).size).toBe(failureClassIds.length);
  });
});
