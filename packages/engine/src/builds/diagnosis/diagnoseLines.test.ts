/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { diagnoseLines } from './diagnoseLines';
import { failureClasses } from './failureClasses';

describe('diagnoseLines', () => {
  it.each<[line: string, id: string]>([
    [
      'go: github.com/acme/lib@v1.0.0: reading https://proxy.golang.org/github.com/acme/lib/@v/v1.0.0.mod: 404 Not Found',
      'goproxy.404',
    ],
    [
      'go: github.com/acme/lib@v1.0.0: reading https://proxy.golang.org/github.com/acme/lib/@v/v1.0.0.zip: 410 Gone',
      'goproxy.410',
    ],
    [
      'go: x@v1.0.0: reading https://goproxy.example/x/@v/v1.0.0.mod: 502 Bad Gateway',
      'goproxy.5xx',
    ],
    [
      'go: x@v1.0.0: Get "https://proxy.golang.org/x/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 10.0.0.2:53: no such host',
      'network.dns',
    ],
    [
      'go: x@v1.0.0: Get "https://proxy.golang.org/x/@v/v1.0.0.mod": dial tcp 10.1.2.3:443: i/o timeout',
      'network.timeout',
    ],
    [
      'go: x@v1.0.0: Get "https://proxy.golang.org/x/@v/v1.0.0.mod": dial tcp 10.1.2.3:443: connect: connection refused',
      'network.refused',
    ],
    ["dd: error writing '/full/file': No space left on device", 'fs.disk_full'],
    [
      'ERROR: failed to build: resolve : lstat deploy: no such file or directory',
      'fs.dockerfile_missing',
    ],
    [
      'ERROR: failed to build: failed to solve: failed to push registry.example/parcel/rates:1: denied',
      'registry.push_denied',
    ],
    [
      'go: x@v1.0.0: read "https://proxy.golang.org/x/@v/v1.0.0.zip": unexpected EOF',
      'network.reset',
    ],
    [
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'network.tls_ca',
    ],
    [
      'go: go.mod requires go >= 1.28 (running go 1.27.4; GOTOOLCHAIN=local)',
      'gomod.toolchain_version',
    ],
    [
      'main.go:4:2: missing go.sum entry for module providing package github.com/google/uuid; to add:',
      'gomod.missing_gosum',
    ],
    [
      'verifying github.com/acme/lib@v1.0.0: checksum mismatch',
      'gomod.checksum_mismatch',
    ],
    [
      "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
      'auth.private_module_https',
    ],
    [
      'git@github.com: Permission denied (publickey).',
      'auth.private_module_ssh',
    ],
    [
      'failed to compute cache key: failed to calculate checksum of ref a::b: "/go.sum": not found',
      'fs.copy_missing',
    ],
    ['write /out/app: no space left on device', 'fs.disk_full'],
    ['./main.go:7:2: undefined: stop', 'compile.go_error'],
    ['--- FAIL: TestOrders (0.00s)', 'test.failure'],
    [
      'ERROR: failed to solve: docker.io/library/golang:1.99: not found',
      'registry.not_found',
    ],
    [
      'toomanyrequests: You have reached your pull rate limit.',
      'registry.rate_limit',
    ],
    [
      'dial tcp: lookup proxy.golang.org on 10.0.0.2:53: read udp 10.0.0.7:4711->10.0.0.2:53: read: no route to host',
      'network.dns',
    ],
    [
      'standard_init_linux.go:228: exec user process caused: exec format error',
      'arch.exec_format',
    ],
    ['failed to solve: lease "a1b2": not found', 'cache.corrupt'],
    ['failed to mount a1: snapshot a1 does not exist', 'cache.corrupt'],
    [
      'failed to solve: failed to load cache key: pull access denied',
      'registry.not_found',
    ],
    ['failed to solve: the Dockerfile cannot be empty', 'dockerfile.syntax'],
    [
      'failed to solve: failed to push registry.example/a:1: unexpected status from POST request to https://registry.example/v2/a/blobs/uploads/: 403 Forbidden',
      'registry.push_denied',
    ],
    [
      'failed to solve: rpc error: code = Unknown desc = unexpected status: 403 Forbidden',
      'registry.push_denied',
    ],
  ])('%s', (line, id) => {
    expect(diagnoseLines(['before', line, 'after'])?.class).toBe(id);
  });

  it.each([
    '',
    'go: downloading github.com/google/uuid v1.6.0',
    '0.5 ok  	example.com/app	0.012s',
    'Setting up libfoo (1.0) ...',
  ])('finds nothing in %j', line => {
    expect(diagnoseLines([line])).toBeUndefined();
  });

  it.each([
    [
      './cmd/app/main.go:7:2: undefined: stop',
      'reports an error at ./cmd/app/main.go:7:2.',
    ],
    [
      'dockerfile parse error on line 12: unknown instruction: FORM',
      'not valid, line 12: unknown instruction: FORM.',
    ],
    [
      'dockerfile parse error line 3: unknown flag: x',
      'not valid, line 3: unknown flag: x.',
    ],
  ])('words the message of %s', (line, part) => {
    expect(diagnoseLines([line])?.message).toContain(part);
  });

  it('masks secrets in the line that it shows', () => {
    const failure = diagnoseLines([
      "fatal: Authentication failed for 'https://robot:s3cr3t-p4ssw0rd@git.corp.example/x.git/'",
    ]);
    expect(failure).toBeDefined();
    expect(JSON.stringify(failure)).not.toContain('s3cr3t');
  });
});

describe('failureClasses', () => {
  it('has unique ids and whole texts', () => {
    const ids = failureClasses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, message, fix, signatures } of failureClasses) {
      expect([title, message, fix]).not.toContain('');
      expect(signatures.length).toBeGreaterThan(0);
    }
  });
});
