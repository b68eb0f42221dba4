/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

// The go command prints the proxy's answer below its error; a proxy without
// credentials answers 404 and shows git's complaint there.
const missingCredentials =
  /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey|HTTP Basic: Access denied|Invalid username or (?:password|token)/;

/** What helps where the proxy, or the way to it, fails. */
export const proxyRules = ['proxy/no-fallback', 'cache/deps-before-source'];

function goProxyStatus(
  status: string,
  rest: {
    title: string;
    message: string;
    transient: boolean;
    fix: string;
    rules: readonly string[];
  },
): FailureClass {
  const code = status.replace('xx', '\\d\\d');
  // Asked for an import path, a website refuses for reasons of its own; where
  // it is only busy or broken, it is none the better for being no proxy.
  const isAnswer = /^4(?!29)/.test(status);
  return {
    id: `goproxy.${status}`,
    kind: 'network',
    ...rest,
    signatures: [
      {
        pattern: new RegExp(
          `reading https?://(?:[^\\s/@]*@)?(?<host>[^\\s/:]+)(?=[/:])\\S*${
            isAnswer ? '(?<!\\?go-get=1)' : ''
          }: ${code}\\b`,
        ),
        unlessFollowedBy: missingCredentials,
      },
      {
        pattern: new RegExp(
          `\\bunexpected status \\(https?://(?<host>[^\\s/:]+)(?=[/:])\\S{0,500}/@(?:v/|latest)\\S{0,300}\\): ${code}\\b`,
        ),
        unlessFollowedBy: missingCredentials,
      },
    ],
  };
}

export const moduleProxyFailures: readonly FailureClass[] = [
  goProxyStatus('401', {
    title: 'The module proxy wants a login',
    message: 'The module proxy {host|} refused the request: it wants a login.',
    transient: false,
    fix: 'Give the build the proxy’s credentials as a secret: mount a netrc with --mount=type=secret, or set GOAUTH (Go 1.24 and newer).',
    rules: ['security/secret-in-build', 'proxy/private-leak'],
  }),
  goProxyStatus('403', {
    title: 'The module proxy refuses the module',
    message: 'The module proxy {host|} forbids the request.',
    transient: false,
    fix: 'Ask the proxy’s owner whether the module is blocked by policy, and check the credentials; a bar in GOPROXY (a|b) falls through on 403, a comma does not.',
    rules: ['proxy/no-fallback', 'proxy/private-leak'],
  }),
  goProxyStatus('404', {
    title: 'The module proxy does not know the module',
    message:
      'The module proxy {host|} does not know the module or the version.',
    transient: false,
    fix: 'Check the version tag; for a private module set GOPRIVATE so that it is fetched directly, or add ",direct" to GOPROXY.',
    rules: ['proxy/private-leak', 'proxy/pattern-invalid', 'proxy/no-fallback'],
  }),
  goProxyStatus('410', {
    title: 'The module is gone at the proxy',
    message: 'The module proxy {host|} says that the module version is gone.',
    transient: false,
    fix: 'Check that the tag still exists; for a private module set GOPRIVATE, or add ",direct" to GOPROXY.',
    rules: ['proxy/private-leak', 'proxy/no-fallback', 'modules/retracted'],
  }),
  goProxyStatus('429', {
    title: 'The module proxy limits the rate',
    message:
      'The module proxy {host|} answered that there were too many requests.',
    transient: true,
    fix: 'Run the build again later; a layered module download with a remote cache asks the proxy less often.',
    rules: proxyRules,
  }),
  goProxyStatus('5xx', {
    title: 'The module proxy failed',
    message: 'The module proxy {host|} answered with a server error.',
    transient: true,
    fix: 'Run the build again; if it stays, look at the proxy. A bar in GOPROXY (proxy|direct) falls through on server errors, a comma does not.',
    rules: proxyRules,
  }),
];
