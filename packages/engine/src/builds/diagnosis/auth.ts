/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const authFailures: readonly FailureClass[] = [
  {
    id: 'auth.secret_missing',
    kind: 'auth',
    title: 'A build secret was not given',
    message:
      'The step needs the build secret {secret|or ssh agent}, which was not given to the build.',
    transient: false,
    fix: 'Pass it to the build: --secret id=…,src=… (or --ssh default with a running agent).',
    rules: ['security/secret-mount-misuse'],
    signatures: [
      { pattern: /could not parse (?:secrets|ssh): / },
      { pattern: /\bsecret (?<secret>[\w.-]+): not found/ },
      {
        pattern:
          /invalid empty ssh agent socket|unset ssh forward key|no ssh key "(?<secret>[^"]+)" forwarded/,
      },
    ],
  },
  {
    id: 'auth.private_module_https',
    kind: 'auth',
    title: 'No credentials for a private module',
    message:
      'A private module at {host|a git server} could not be read: there are no valid credentials in the build.',
    transient: false,
    fix: 'Set GOPRIVATE for the module’s prefix and mount a netrc or token as a build secret (--mount=type=secret).',
    rules: [
      'proxy/private-leak',
      'security/secret-in-build',
      'proxy/argument-not-declared',
    ],
    signatures: [
      {
        pattern:
          /could not read (?:Username|Password) for '?https?:\/\/(?:[^\s/@']*@)?(?<host>[^\s/']+)/,
      },
      {
        pattern:
          /could not read (?:Username|Password)|terminal prompts disabled/,
      },
      {
        pattern:
          /Authentication failed for '?https?:\/\/(?:[^\s/@']*@)?(?<host>[^\s/']+)/,
      },
      {
        pattern:
          /HTTP Basic: Access denied|Invalid username or (?:password|token)|remote: Repository not found|remote: Write access to repository not granted/,
      },
      {
        pattern:
          /unable to access '?https?:\/\/(?:[^\s/@']*@)?(?<host>[^\s/']+).{0,300}returned error: 40[13]/,
      },
      // The website of an import path, which shows itself after a login only.
      {
        pattern:
          /reading https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?\?go-get=1: 40[13]\b/,
      },
      // A 404 of the proxy that shows git's complaint in the next lines.
      {
        pattern:
          /reading https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: 404 Not Found.{0,300}could not read Username/,
      },
    ],
  },
  {
    id: 'auth.private_module_ssh',
    kind: 'auth',
    title: 'No SSH key for a private module',
    message:
      'A private module could not be read over SSH: {host|the server} did not accept a key, or its host key is unknown.',
    transient: false,
    fix: 'Forward an agent with --ssh default and RUN --mount=type=ssh, and pin the server’s host key in known_hosts.',
    rules: ['security/host-keys-unverified', 'security/secret-mount-misuse'],
    signatures: [
      {
        pattern:
          /(?:(?<![\w.@-])(?<host>[\w.@-]+): )?Permission denied \((?:publickey|password|keyboard)/,
      },
      {
        pattern:
          /Host key verification failed|ssh: handshake failed|no mutual signature algorithm/,
      },
      { pattern: /Could not read from remote repository/, strength: 'likely' },
    ],
  },
];
