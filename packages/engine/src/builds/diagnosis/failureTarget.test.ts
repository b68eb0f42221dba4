/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { diagnoseLines } from './diagnoseLines';

describe('the target of a failure', () => {
  it.each<[line: string, target: string | undefined, step?: string]>([
    [
      'go: x@v1.0.0: reading https://goproxy.example.com/x/@v/v1.0.0.mod: 502 Bad Gateway',
      'goproxy.example.com',
    ],
    [
      'go: x@v1.0.0: reading https://robot:pw@Goproxy.Example.com:8443/x/@v/v1.0.0.mod: 502 Bad Gateway',
      'goproxy.example.com',
    ],
    [
      'go: x@v1.0.0: Get "https://goproxy.example.com/x/@v/v1.0.0.mod": dial tcp 10.1.2.3:443: connect: connection refused',
      'goproxy.example.com',
    ],
    ['dial tcp 10.1.2.3:443: connect: connection refused', '10.1.2.3'],
    ['dial tcp 127.0.0.1:3000: connect: connection refused', undefined],
    [
      'go: x@v1.0.0: Get "https://a.example.com/x": dial tcp: lookup b.example.com on 10.0.0.2:53: no such host',
      'b.example.com',
    ],
    [
      'proxyconnect tcp: dial tcp proxy.example.com:3128: i/o timeout: Get "https://a.example.com/"',
      'proxy.example.com',
    ],
    ["Temporary failure resolving 'mirror.example.org'", 'mirror.example.org'],
    [
      'failed to do request: Head "https://registry.example.com/v2/go/manifests/1": dial tcp 10.0.0.1:443: i/o timeout',
      'registry.example.com',
    ],
    [
      'ERROR: failed to solve: failed to resolve source metadata for docker.io/library/golang:1.27: toomanyrequests: pull rate limit',
      'docker.io',
    ],
    [
      'toomanyrequests: You have reached your pull rate limit.',
      'registry.example.com',
      '[internal] load metadata for registry.example.com/go:1.27',
    ],
    [
      'toomanyrequests: You have reached your pull rate limit.',
      'docker.io',
      '[build 1/4] FROM golang:1.27',
    ],
    ['toomanyrequests: You have reached your pull rate limit.', undefined],
    [
      'failed to push registry.example.com/a/b:1: denied: no',
      'registry.example.com',
    ],
    ['./main.go:7:2: undefined: stop', undefined],
    ["dd: error writing '/a': No space left on device", undefined],
  ])('%s', (...[line, target, step]) => {
    expect(diagnoseLines([line], step)?.target).toBe(target);
  });

  it('is never a secret', () => {
    const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const failure = diagnoseLines([
      `go: Get "https://${token}/x": dial tcp: i/o timeout`,
    ]);
    expect(failure?.class).toBe('network.timeout');
    expect(failure?.target).toBeUndefined();
  });

  it('is a host, whatever the line says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (host, rest) => {
        const target = diagnoseLines([
          `Get "https://${host}/${rest}": dial tcp ${host}:443: i/o timeout`,
        ])?.target;
        expect(target ?? 'none').toMatch(/^[a-z0-9._-]{1,253}$/);
      }),
    );
  });
});
