/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { diagnoseLines } from './diagnoseLines';

const registry = 'https://registry.example.com/v2';

describe('the wordings of', () => {
  it.each<[id: string, lines: string]>([
    [
      'network.timeout',
      "fatal: unable to access 'https://git.example.com/a/': Failed to connect to git.example.com port 443 after 130000 ms: Couldn't connect to server",
    ],
    [
      'network.reset',
      "fatal: unable to access 'https://git.example.com/a/': GnuTLS recv error (-110): The TLS connection was non-properly terminated.",
    ],
    [
      'network.reset',
      'OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to git.example.com:443',
    ],
    ['network.reset', 'fatal: the remote end hung up unexpectedly'],
    [
      'network.reset',
      'go: example.com/a@v1.0.0: Get "https://proxy.example.com/example.com/a/@v/v1.0.0.mod": http2: client connection lost',
    ],
    [
      'network.tls_ca',
      'ERROR: https://packages.example.com/v3/main: TLS: server certificate not trusted',
    ],
    [
      'ospkg.dns',
      'WARNING: Ignoring http://packages.example.com/v3/main: temporary error (try again later)',
    ],
    [
      'ospkg.http',
      'E: Release file for http://packages.example.com/InRelease is not valid yet (invalid for another 5h).',
    ],
    [
      'ospkg.http',
      '  Could not connect to packages.example.com:80 (192.0.2.1), connection timed out',
    ],
    [
      'ospkg.http',
      'ERROR: https://packages.example.com/v3/main: network error (check Internet connection and firewall)',
    ],
    [
      'ospkg.http',
      "ERROR: libfoo-12.2.1_git2-r4: remote server returned error (try 'apk update')",
    ],
    ['ospkg.package_not_found', '  libfoo (missing):'],
    [
      'registry.unreachable',
      `Get "${registry}/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    ],
    [
      'registry.unreachable',
      `failed to do request: Head "${registry}/a/manifests/1": http: server gave HTTP response to HTTPS client`,
    ],
    [
      'registry.not_found',
      `failed to solve: a:1: failed to resolve source metadata for registry.example.com/a:1: unexpected status from HEAD request to ${registry}/a/manifests/1: 401 Unauthorized`,
    ],
    [
      'registry.not_found',
      `error building image: GET ${registry}/a/manifests/1: UNAUTHORIZED: authentication required`,
    ],
    [
      'registry.not_found',
      'Error: creating build container: short-name "a:1" did not resolve to an alias and no unqualified-search registries are defined',
    ],
    [
      'registry.not_found',
      'reading manifest 1 in registry.example.com/a: unauthorized: access to the requested resource is not authorized',
    ],
    [
      'registry.push_denied',
      'ERROR: failed to solve: failed to push registry.example.com/a:1: server message: insufficient_scope: authorization failed',
    ],
    [
      'registry.push_denied',
      `error pushing image: failed to push to destination registry.example.com/a:1: PUT ${registry}/a/manifests/1: UNAUTHORIZED: authentication required`,
    ],
    ['auth.secret_missing', 'ERROR: could not parse secrets: [id=a,src=b]'],
    [
      'builder.connection_lost',
      'ERROR: failed to solve: Internal: stream terminated by RST_STREAM with error code: INTERNAL_ERROR',
    ],
    [
      'fs.copy_missing',
      'failed to build LLB: failed to compute cache key: "/go.sum" not found: not found',
    ],
    [
      'fs.copy_missing',
      'failed to compute cache key: failed to walk /tmp/buildkit-mount1/cmd: lstat /tmp/buildkit-mount1/cmd: no such file or directory',
    ],
    [
      'fs.copy_missing',
      'ERROR: failed to solve: failed to load cache key: invalid response status 404',
    ],
    ['fs.copy_missing', 'copy failed: no source files specified'],
    [
      'fs.dockerfile_missing',
      'unable to prepare context: path "./api" not found',
    ],
    [
      'fs.dockerfile_missing',
      'ERROR: resolve : lstat deploy: no such file or directory',
    ],
    ['gomod.missing_gosum', 'go: updates to go.sum needed'],
    [
      'gomod.vendor_inconsistent',
      'main.go:4:2: cannot find module providing package example.com/a: import lookup disabled by -mod=vendor',
    ],
    [
      'gomod.unknown_revision',
      'go: example.com/a@v9: no matching versions for query "v9"',
    ],
    ['gomod.unknown_revision', "fatal: couldn't find remote ref v9"],
    [
      'gomod.toolchain_version',
      "go: errors parsing go.mod:\n/src/go.mod:3: invalid go version '1.27.1': must match format 1.23",
    ],
    [
      'gomod.toolchain_version',
      'go: errors parsing go.mod:\n/src/go.mod:5: unknown block type: tool',
    ],
    [
      'gomod.syntax',
      'go: errors parsing go.mod:\n/src/go.mod:5: unexpected newline in string',
    ],
    [
      'gomod.toolchain_version',
      './main.go:9:13: undefined: any\nnote: module requires Go 1.18',
    ],
    [
      'gomod.toolchain_version',
      'go: go.mod file indicates go 1.27, but maximum supported version is 1.16',
    ],
    [
      'gomod.replace_missing',
      'go: example.com/b@v0.0.0: parsing ../b/go.mod: open /b/go.mod: no such file or directory',
    ],
    [
      'gomod.workspace',
      'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
    ],
    [
      'gomod.package_not_found',
      'go: example.com/a@v1.0.0: parsing go.mod:\n\tmodule declares its path as: example.com/A',
    ],
    [
      'gomod.replace_missing',
      'go: parsing /b/go.mod: open /b/go.mod: no such file or directory',
    ],
    [
      'gomod.package_not_found',
      'go: directory /src/a outside available modules',
    ],
    [
      'gomod.workspace',
      'directory cmd outside modules listed in go.work or their selected dependencies',
    ],
    [
      'registry.not_found',
      'failed to solve: failed to fetch anonymous token: unexpected status: 403 Forbidden',
    ],
    ['compile.go_error', '\timports example.com/b: import cycle not allowed'],
    [
      'compile.go_error',
      'link: example.com/a: invalid reference to syscall.recvmsg',
    ],
    [
      'compile.cgo_no_compiler',
      '/src/a.go:5:10: fatal error: stdlib.h: No such file or directory',
    ],
    ['compile.cgo_no_compiler', '/usr/bin/ld: cannot find -lfoo'],
    ['compile.cgo_no_compiler', "No package 'libfoo' found"],
    [
      'compile.cgo_no_compiler',
      "/lib/libc.so.6: version `GLIBC_2.34' not found (required by ./app)",
    ],
    [
      'compile.cgo_no_compiler',
      'gcc_arm64.S:30: Error: no such instruction: `stp x29`',
    ],
    [
      'test.vet',
      'main.go:10:12: Error return value of `f.Close` is not checked (errcheck)',
    ],
    ['test.failure', '=== FAIL: internal/a TestB (0.00s)'],
    ['test.failure', 'FAIL    example.com/a   1.2s'],
    ['arch.exec_format', '/bin/sh: Invalid ELF image for this architecture'],
    ['command.not_found', 'go: missing Git command.'],
    ['command.not_found', './build.sh: line 12: protoc: command not found'],
    ['command.not_found', 'exec /bin/sh: no such file or directory'],
    [
      'compile.cgo_no_compiler',
      "Package 'libfoo', required by 'virtual:world', not found",
    ],
    ['compile.go_error', '    ./main.go:7:2: undefined: stop'],
    ['compile.go_error', '> ./main.go:7:2: undefined: stop'],
    [
      'test.failure',
      '    a_test.go:12: got 1\n    a.go:7:2: it was called\n--- FAIL: TestA (0.00s)',
    ],
    [
      'gomod.package_not_found',
      'go: example.com/a@v1.0.0: unrecognized import path "example.com/a": reading https://example.com/a?go-get=1: 404 Not Found',
    ],
    [
      'auth.private_module_https',
      'go: example.com/a@v1.0.0: unrecognized import path "example.com/a": reading https://example.com/a?go-get=1: 403 Forbidden',
    ],
    ['gomod.in_gopath', '$GOPATH/go.mod exists but should not'],
    ['cache.corrupt', 'failed to compute cache key: blob not found'],
    [
      'builder.connection_lost',
      'failed to run Build function: frontend grpc server closed unexpectedly',
    ],
    [
      'fs.copy_missing',
      'failed to calculate checksum of ref a::b: failed to walk /tmp/buildkit-mount1/cmd: lstat /tmp/buildkit-mount1/cmd: no such file or directory',
    ],
    [
      'dockerfile.syntax',
      'error building image: getting stage builder for stage 0: could not parse reference',
    ],
    [
      'registry.not_found',
      `failed to copy: httpReadSeeker: failed open: unexpected status code ${registry}/a/blobs/sha256:12ab: 403 Forbidden`,
    ],
    [
      'registry.push_denied',
      'Error: buildx call failed with: error: denied: requested access to the resource is denied',
    ],
    [
      'registry.push_denied',
      'error checking push permissions -- make sure you entered the correct tag name',
    ],
    [
      'network.timeout',
      'error checking push permissions: Post "https://registry.example.com/a": dial tcp 192.0.2.1:443: i/o timeout',
    ],
  ])('%s: %s', (id, lines) => {
    expect(diagnoseLines(['before', ...lines.split('\n')])?.class).toBe(id);
  });

  it('names the module that a go.mod calls otherwise', () => {
    expect(
      diagnoseLines(['module declares its path as: example.com/A'])?.message,
    ).toContain('example.com/A');
  });
});
