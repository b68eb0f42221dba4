/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

/** Outside of commands, where the builder itself talks to a registry. */
const builderRoles = [
  'from',
  'pull',
  'metadata',
  'definition',
  'export',
  'other',
  'none',
] as const;

// The go command prints the proxy's answer below its error; a proxy without
// credentials answers 404 and shows git's complaint there.
const missingCredentials =
  /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey|HTTP Basic: Access denied|Invalid username or (?:password|token)/;

const proxyRules = ['proxy/no-fallback', 'cache/deps-before-source'];

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
  return {
    id: `goproxy.${status}`,
    kind: 'network',
    ...rest,
    signatures: [
      {
        pattern: new RegExp(
          `reading https?://(?:[^\\s/@]*@)?(?<host>[^\\s/:]+)(?=[/:])\\S*: ${status.replace(
            'xx',
            '\\d\\d',
          )}\\b`,
        ),
        unlessFollowedBy: missingCredentials,
      },
      {
        pattern: new RegExp(
          `\\bunexpected status \\(https?://(?<host>[^\\s/:]+)(?=[/:])\\S{0,500}/@(?:v/|latest)\\S{0,300}\\): ${status.replace(
            'xx',
            '\\d\\d',
          )}\\b`,
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

export const packageFailures: readonly FailureClass[] = [
  {
    id: 'ospkg.dns',
    kind: 'network',
    title: 'The package mirror’s name could not be resolved',
    message: 'The package manager could not resolve {host|the mirror’s name}.',
    transient: true,
    fix: 'Check the builder’s DNS and network access (RUN steps use the builder’s network), then run again.',
    rules: ['platform/daemon-network', 'platform/network-policy-no-dns'],
    signatures: [
      {
        pattern:
          /Temporary failure resolving '?(?<host>[^\s']+)|Could not resolve '(?<host2>[^\s']+)'/,
      },
      {
        pattern:
          /(?:fetch|fetching|WARNING: (?:[Ii]gnoring|opening|updating and opening|fetching)|ERROR:) https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: (?:temporary error \(try again later\)|DNS\b|could not resolve)/i,
      },
      { pattern: /Curl error \(6\): .{0,300} for https?:\/\/(?<host>[^\s/]+)/ },
    ],
  },
  {
    id: 'ospkg.http',
    kind: 'network',
    title: 'The package mirror failed',
    message:
      'The package mirror {host|} did not deliver a package or its index.',
    transient: true,
    fix: 'Run the build again; if it stays, use another mirror, and run the index update and the install in the same RUN.',
    rules: ['cache/packages-after-source', 'image/package-hygiene'],
    signatures: [
      {
        pattern: /\b[45]\d\d\s{1,3}\S.{0,300} \[IP: /,
      },
      {
        pattern:
          /^(?:E|W|Err:\d+)?:? ?Failed to fetch https?:\/\/(?<host>[^\s/]+)/,
      },
      {
        pattern:
          /Hash Sum mismatch|File has unexpected size|is not valid yet \(invalid for|invalid signature was encountered|signatures couldn't be verified|package mentioned in index not found/,
      },
      {
        pattern:
          /(?:Could not connect to|Unable to connect to|Cannot initiate the connection to) (?<host>[\w.-]{1,253}):(?:https?:|\d{1,5} \()/,
      },
      {
        pattern:
          /(?:ERROR: |WARNING: |^)(?:[\w.+-]+: |(?:ignoring|fetching|updating and opening|opening) )?https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: (?:network error|I\/O error|remote server|Permission denied|TLS(?!: server certificate)|operation timed out|connection|unexpected)/i,
      },
      {
        pattern:
          /WARNING: Ignoring https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: No such file/,
        strength: 'likely',
      },
      { pattern: /Status code: \d{3} for https?:\/\/(?<host>[^\s/]+)/ },
      {
        pattern:
          /Failed to download metadata for repo|does not have a Release file/,
      },
    ],
  },
  {
    id: 'ospkg.package_not_found',
    kind: 'network',
    title: 'The package does not exist',
    message:
      'The distribution has no package {package|of that name or version}.',
    transient: false,
    fix: 'Check the package’s name for this distribution and release, run the index update in the same RUN, and drop versions that the mirror no longer has.',
    rules: ['image/package-hygiene'],
    signatures: [
      { pattern: /E: Unable to locate package (?<package>\S+)/ },
      {
        pattern: /E: Package '(?<package>[^']+)' has no installation candidate/,
      },
      { pattern: /E: Version '[^']+' for '(?<package>[^']+)' was not found/ },
      { pattern: /^\s*(?<package>[\w.+-]+) \((?:no such package|missing)\)/ },
      // Between quotes it is pkg-config that speaks, of a library.
      { pattern: /(?:No match for argument:|No package) (?<package>[^\s']+)/ },
      { pattern: /Unable to find a match: (?<package>\S+)/ },
      { pattern: /unable to select packages/, strength: 'likely' },
    ],
  },
];

export const registryFailures: readonly FailureClass[] = [
  {
    id: 'registry.rate_limit',
    kind: 'network',
    title: 'The registry limits pulls',
    message: 'The registry refused because of too many pulls{image|}.',
    transient: true,
    fix: 'Log in to the registry before the build, or pull base images through a mirror.',
    rules: ['image/base-not-digest'],
    signatures: [
      { pattern: /toomanyrequests|pull rate limit/i },
      { pattern: /429 Too Many Requests/, roles: builderRoles },
    ],
  },
  {
    id: 'registry.platform',
    kind: 'network',
    title: 'The image has no such platform',
    message:
      'The image has no variant for {platform|the platform of this build}.',
    transient: false,
    fix: 'Take a base image that is published for this platform, or drop the platform.',
    rules: [],
    signatures: [
      {
        pattern:
          /no match for platform in manifest|no reference for default platform/,
      },
      { pattern: /no matching manifest for (?<platform>[\w/.]+)/ },
      { pattern: /does not (?:provide|match) the specified platform/ },
    ],
  },
  {
    id: 'registry.5xx',
    kind: 'network',
    title: 'The registry failed',
    message: 'The registry {host|} answered with a server error.',
    transient: true,
    fix: 'Run the build again; if it stays, look at the registry’s status page.',
    rules: [],
    signatures: [
      {
        pattern:
          /unexpected (?:status|HTTP status)(?: code)?(?: from \w+ request to)?:? ?(?:https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: )?5\d\d\b/,
      },
      {
        pattern:
          /(?:50[0234]) (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/,
        roles: builderRoles,
      },
    ],
  },
  {
    id: 'registry.push_denied',
    kind: 'network',
    title: 'The registry refuses the push',
    message: 'The registry refused the push: no permission or no login.',
    transient: false,
    fix: 'Log in with an account that may write to this repository (on GitHub: permissions: packages: write), and check the image name.',
    rules: [],
    signatures: [
      {
        pattern:
          /push access denied|denied: permission_denied: (?:write|create)_package|failed to push \S{1,500}: (?:.{0,1000}insufficient_scope|denied\b|unauthorized\b)/,
      },
      {
        pattern: /error pushing image: .{0,1000}: (?:DENIED|UNAUTHORIZED)/,
      },
      {
        pattern:
          /denied: |insufficient_scope|unauthorized|no basic auth credentials|40[13] (?:Unauthorized|Forbidden)/,
        roles: ['export'],
      },
      {
        // Only pushes ask for an upload; pulls name the method or the manifest.
        pattern:
          /failed to push \S{1,500}: .{0,1000}: 40[13] |\/blobs\/uploads\/\S{0,500}: 40[13] /,
      },
      {
        pattern:
          /(?:^|(?<!token): |desc = )unexpected status(?: code)?:? ?(?:\S+: )?40[13]\b/,
        roles: ['other', 'none'],
      },
      {
        pattern:
          /checking push permission.{0,500}(?:denied|unauthorized|40[13] )/i,
      },
    ],
  },
  {
    id: 'registry.not_found',
    kind: 'network',
    title: 'The image does not exist',
    message:
      'The image {image|} does not exist, or this builder may not see it.',
    transient: false,
    fix: 'Check the image’s name and tag; if it is private, log in before the build.',
    rules: ['image/base-untagged', 'image/base-not-digest'],
    signatures: [
      {
        pattern:
          /(?:^|[\s:])(?<image>[\w.-]+(?::\d{1,5})?(?:\/[\w.-]+)*:[\w][\w.-]*): not found$/,
      },
      {
        pattern: /manifest for (?<image>\S+) not found/,
      },
      {
        pattern: /short-name "(?<image>[^"]{1,500})" did not resolve/,
      },
      {
        pattern:
          /(?:reading manifest \S{1,300} in \S{1,500}|\/manifests\/\S{1,300}): (?:unauthorized|denied|requested access|UNAUTHORIZED|DENIED)/,
      },
      {
        pattern:
          /failed to (?:resolve source metadata|fetch (?:oauth|anonymous) token|authorize).{0,1000}: 40[134] /,
      },
      {
        pattern:
          /MANIFEST_UNKNOWN|manifest unknown|NAME_UNKNOWN|name unknown|repository does not exist|pull access denied/,
      },
      {
        pattern:
          /: not found$|insufficient_scope|40[134] (?:Unauthorized|Forbidden|Not Found)/,
        roles: ['metadata', 'from', 'pull'],
      },
    ],
  },
  {
    id: 'registry.unreachable',
    kind: 'network',
    title: 'The registry could not be reached',
    message: 'The registry {host|} could not be reached.',
    transient: true,
    fix: 'Run the build again; if it stays, check the builder’s network, its proxy settings and the registry.',
    rules: ['platform/daemon-network'],
    signatures: [
      {
        pattern:
          /https?:\/\/(?<host>[^\s/"]{1,300})\/(?:v2\/|token)(?!\S{0,500}\/@v\/)[^\s"]{0,500}"?: .{0,500}(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|EOF|no route to host|network is unreachable|request canceled|server gave HTTP response)/,
      },
      {
        pattern:
          /failed to (?:resolve source metadata|fetch (?:oauth|anonymous) token|authorize).{0,1000}(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|EOF|no route to host|network is unreachable)/,
      },
      {
        pattern:
          /(?:connection refused|i\/o timeout|TLS handshake timeout|deadline exceeded|connection reset|unexpected EOF|: EOF$|no route to host|network is unreachable)/,
        roles: ['from', 'pull', 'metadata', 'export'],
      },
    ],
  },
];

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
