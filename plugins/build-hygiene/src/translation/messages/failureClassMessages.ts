/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The classes of failures, by their ids. */
export const failureClassMessages = {
  failureClass: {
    arch: {
      exec_format: 'A program for another architecture',
    },
    auth: {
      private_module_https: 'No credentials for a private module',
      private_module_ssh: 'No SSH key for a private module',
      secret_missing: 'A build secret was not given',
    },
    builder: {
      canceled: 'The build was canceled',
      connection_lost: 'The builder went away',
    },
    cache: {
      corrupt: 'The builder’s cache is damaged',
      export_failed: 'The cache could not be exported',
      import_miss: 'The cache could not be imported',
    },
    command: {
      nonzero: 'A command failed',
      not_found: 'A command is not installed',
    },
    compile: {
      cgo_no_compiler: 'cgo finds no C compiler or library',
      go_error: 'The Go code does not compile',
    },
    dockerfile: {
      stage_typo: 'An undefined stage is copied from',
      syntax: 'The Dockerfile is not valid',
      target: 'The target stage does not exist',
    },
    fs: {
      copy_missing: 'A file to copy is not there',
      disk_full: 'The disk is full',
      dockerfile_missing: 'The Dockerfile is not there',
      permission: 'Permission denied',
      readonly: 'The file system is read-only',
    },
    gomod: {
      checksum_mismatch: 'A module’s checksum differs',
      in_gopath: 'go.mod lies in GOPATH itself',
      missing_gosum: 'go.sum lacks an entry',
      package_not_found: 'A package was not found',
      proxy_config: 'The module proxy setting is wrong',
      replace_missing: 'A replaced module is not there',
      syntax: 'A module file does not parse',
      toolchain_version: 'The image’s Go is too old',
      unknown_revision: 'The version does not exist',
      updates_needed: 'go.mod is out of date',
      vcs_protocol: 'The module’s repository is not understood',
      vendor_inconsistent: 'vendor and go.mod disagree',
      workspace: 'The workspace is not whole',
    },
    goproxy: {
      401: 'The module proxy wants a login',
      403: 'The module proxy refuses the module',
      404: 'The module proxy does not know the module',
      410: 'The module is gone at the proxy',
      429: 'The module proxy limits the rate',
      '5xx': 'The module proxy failed',
    },
    network: {
      dns: 'A name could not be resolved',
      http_proxy: 'The HTTP proxy failed',
      ipv6: 'The build tried IPv6 without having it',
      refused: 'The connection was refused',
      reset: 'The connection broke',
      timeout: 'The network timed out',
      tls_ca: 'The certificate is not trusted',
      tls_hostname: 'The certificate is for another host',
    },
    ospkg: {
      dns: 'The package mirror’s name could not be resolved',
      http: 'The package mirror failed',
      package_not_found: 'The package does not exist',
    },
    registry: {
      '5xx': 'The registry failed',
      not_found: 'The image does not exist',
      platform: 'The image has no such platform',
      push_denied: 'The registry refuses the push',
      rate_limit: 'The registry limits pulls',
      unreachable: 'The registry could not be reached',
    },
    resource: {
      oom: 'The build ran out of memory',
    },
    test: {
      failure: 'A test failed',
      vet: 'go vet reports a problem',
    },
    unknown: 'The reason is not known',
  },
} as const;
