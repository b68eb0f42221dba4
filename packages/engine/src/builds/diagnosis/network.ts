/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';
import { proxyRules } from './moduleProxy';

export const networkFailures: readonly FailureClass[] = [
  {
    id: 'network.http_proxy',
    kind: 'network',
    title: 'The HTTP proxy failed',
    message: 'The HTTP proxy {host|} of the build could not be used.',
    transient: false,
    fix: 'Check HTTP_PROXY and HTTPS_PROXY as the build sees them: an address on localhost is the build container itself, and most proxies speak http:// even for HTTPS.',
    rules: ['platform/daemon-network'],
    signatures: [
      { pattern: /proxyconnect tcp: (?:dial tcp )?(?<host>[\w.-]+(?::\d+)?)?/ },
      { pattern: /Proxy Authentication Required|407 Proxy/ },
      { pattern: /Could not resolve proxy: (?<host>\S+)/ },
    ],
  },
  {
    id: 'network.dns',
    kind: 'network',
    title: 'A name could not be resolved',
    message:
      'The name {host|of a server} could not be resolved inside the build.',
    transient: true,
    fix: 'Check the DNS that the builder uses (and that an egress policy allows DNS), then run again.',
    rules: ['platform/network-policy-no-dns', 'platform/daemon-network'],
    signatures: [
      {
        pattern:
          /\blookup (?<host>[\w.-]+)(?: on [^\s]+)?: (?:no such host|server misbehaving|i\/o timeout|Temporary failure|(?:dial|read|write) .{0,200}(?:i\/o timeout|permission denied|refused|unreachable|no route to host|cannot assign))/,
      },
      {
        pattern: /[Cc]ould not resolve (?:host|hostname):? '?(?<host>[\w.-]+)/,
      },
      { pattern: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<host>[\w.-]+)/ },
      { pattern: /bad address '(?<host>[^']+)'/ },
      { pattern: /unable to resolve host address '?‘?(?<host>[\w.-]+)/ },
      {
        pattern:
          /Temporary failure in name resolution|Name or service not known|Name does not resolve|no such host|nodename nor servname/,
      },
    ],
  },
  {
    id: 'network.ipv6',
    kind: 'network',
    title: 'The build tried IPv6 without having it',
    message:
      'The build tried the IPv6 address {host|of a server} and has no IPv6 route.',
    transient: false,
    fix: 'Give the builder’s network IPv6, or make names resolve to IPv4 only in the build.',
    rules: ['platform/daemon-network'],
    signatures: [
      {
        pattern:
          /\[(?<host>[0-9a-f]{0,4}:[0-9a-f:.]+)\]:\d+: (?:connect: )?(?:network is unreachable|cannot assign requested address|no route to host|address not available)/i,
      },
      {
        pattern:
          /(?:connect to|connecting to) (?<host>[0-9a-f]{1,4}:[0-9a-f:]+).{0,40}(?:unreachable|cannot assign|not available)/i,
      },
    ],
  },
  {
    id: 'network.tls_hostname',
    kind: 'network',
    title: 'The certificate is for another host',
    message:
      'The server’s certificate does not cover {host|the name that was asked for}.',
    transient: false,
    fix: 'Use the host name that the certificate covers, or renew the certificate; do not switch verification off.',
    rules: ['security/tls-verification-off', 'proxy/insecure-url'],
    signatures: [
      { pattern: /x509: cannot validate certificate for (?<host>\S+)/ },
      {
        pattern:
          /x509: certificate is (?:valid for .{1,300}, not|not valid for any names, but wanted to match) (?<host>\S+)/,
      },
      {
        pattern:
          /no alternative certificate subject name matches|Hostname mismatch/i,
      },
    ],
  },
  {
    id: 'network.tls_ca',
    kind: 'network',
    title: 'The certificate is not trusted',
    message:
      'The certificate of {host|the server} is not trusted inside the build.',
    transient: false,
    fix: 'Install ca-certificates and, behind a TLS-inspecting proxy, copy the organisation’s CA into the stage before the download; do not switch verification off.',
    rules: ['security/tls-verification-off', 'image/ca-certificates'],
    signatures: [
      {
        pattern:
          /(?:Get "?https?:\/\/(?<host>[^\s/"]+)(?![^\s/"]).{0,500})?x509: certificate (?:signed by unknown authority|has expired)/,
      },
      {
        pattern:
          /x509: |server certificate not trusted|unable to get local issuer certificate|self[- _]signed certificate|SELF_SIGNED_CERT|certificate verify failed|[Ss]erver certificate verification failed|SSL certificate problem/,
      },
    ],
  },
  {
    id: 'network.refused',
    kind: 'network',
    title: 'The connection was refused',
    message: '{host|The server} refused the connection.',
    transient: true,
    fix: 'Check that the service is up and that its address is reachable from inside the build (localhost is the build container).',
    rules: proxyRules,
    signatures: [
      { pattern: /dial tcp (?<host>\S+): connect: connection refused/ },
      {
        pattern:
          /connect to (?:host )?(?<host>[\w.-]+).{0,40}: [Cc]onnection refused/,
      },
      { pattern: /[Cc]onnection refused|\bECONNREFUSED\b/ },
    ],
  },
  {
    id: 'network.reset',
    kind: 'network',
    title: 'The connection broke',
    message: 'The connection to {host|the server} broke while data was sent.',
    transient: true,
    fix: 'Run the build again; a bar in GOPROXY (proxy|direct) lets other errors than 404 and 410 fall through.',
    rules: proxyRules,
    signatures: [
      {
        pattern:
          /(?:Get "?https?:\/\/(?<host>[^\s/"]+)(?![^\s/"]).{0,500})?(?:connection reset by peer|broken pipe)/i,
      },
      {
        pattern:
          /ECONNRESET|SSL_ERROR_SYSCALL|non-properly terminated|client connection lost|socket hang up|RPC failed; (?:curl|HTTP)|http2: server sent GOAWAY|stream error: stream ID|early EOF|invalid response from proxy|not a valid zip file/,
      },
      {
        pattern:
          /(?:(?:Get|read) "?https?:\/\/(?<host>[^\s/"]+)(?![^\s/"]).{0,500}|reading .{0,500})(?:unexpected EOF|: EOF)\b/,
      },
      { pattern: /remote end hung up unexpectedly/, strength: 'likely' },
    ],
  },
  {
    id: 'network.timeout',
    kind: 'network',
    title: 'The network timed out',
    message: 'The connection to {host|a server} timed out.',
    transient: true,
    fix: 'Run the build again; if it stays, check egress rules, the proxy and the MTU of the builder’s network.',
    rules: proxyRules,
    signatures: [
      {
        pattern:
          /Get "?https?:\/\/(?<host>[^\s/"]+)(?![^\s/"]).{0,500}(?:i\/o timeout|TLS handshake timeout|deadline exceeded|Client\.Timeout|connection timed out)/,
      },
      {
        pattern:
          /i\/o timeout|TLS handshake timeout|Client\.Timeout exceeded|[Cc]onnection timed out|Operation timed out|ETIMEDOUT|context deadline exceeded/,
      },
      { pattern: /network is unreachable|no route to host/i },
      {
        pattern:
          /[Ff]ailed to connect to (?<host>[\w.-]{1,253}) port \d{1,5}.{0,40}: Couldn't connect/,
      },
    ],
  },
];
