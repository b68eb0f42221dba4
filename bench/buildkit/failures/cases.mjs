/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { addresses } from './strangeHosts.mjs';
import {
  cutArchives,
  gatewayPage,
  hangUp,
  otherGoMod,
  status,
} from './faults.mjs';

const lines = (...text) => `${text.join('\n')}\n`;

/** A service whose modules are downloaded in a step of their own. */
const service = (...download) =>
  lines(
    'FROM golang:1.27',
    'WORKDIR /src',
    'COPY go.mod go.sum ./',
    ...(download.length > 0 ? download : ['RUN go mod download']),
    'COPY . .',
    'RUN CGO_ENABLED=0 go build ./...',
  );

const command = (...text) => lines('FROM golang:1.27', ...text);

// Nothing after the proxy: 404 and 410 would lead to the module's repository.
const onlyTheProxy = service(
  'ENV GOPROXY=https://proxy.golang.org',
  'RUN go mod download',
);

const proxyFaults = [
  ...[401, 403, 404, 410, 429].map(code => ({
    name: `the module proxy answers ${code}`,
    expected: `goproxy.${code}`,
    fault: status(code, 'no'),
  })),
  ...[500, 502, 503].map(code => ({
    name: `the module proxy answers ${code}`,
    expected: 'goproxy.5xx',
    fault: status(code, 'no'),
  })),
  {
    name: 'the module proxy hangs up',
    expected: 'network.reset',
    fault: hangUp,
  },
  {
    name: 'an archive ends in the middle',
    expected: 'network.reset',
    fault: cutArchives,
  },
  {
    name: 'the module proxy sends a page',
    expected: 'gomod.checksum_mismatch',
    fault: gatewayPage,
  },
  {
    name: 'the module proxy has another go.mod',
    expected: 'gomod.checksum_mismatch',
    fault: otherGoMod,
  },
].map(plan => ({ dockerfile: onlyTheProxy, ...plan }));

const networkFaults = [
  {
    name: 'no such host',
    expected: 'network.dns',
    proxy: 'https://goproxy.corp.invalid',
  },
  {
    name: 'nobody listens',
    expected: 'network.refused',
    proxy: `http://${addresses.nobody}`,
  },
  {
    name: 'a host that says nothing',
    expected: 'network.timeout',
    proxy: `https://${addresses.silent}`,
  },
  {
    name: 'no way to an IPv6 address',
    expected: 'network.ipv6',
    proxy: 'https://[2001:db8::1]',
  },
  {
    name: 'a certificate that nobody trusts',
    expected: 'network.tls_ca',
    proxy: 'https://proxy.corp.example',
    hosts: { 'proxy.corp.example': addresses.stranger },
  },
  {
    name: 'a certificate for another name',
    expected: 'network.tls_hostname',
    proxy: 'https://proxy.corp.example',
    hosts: { 'proxy.corp.example': addresses.otherName },
  },
  {
    name: 'an HTTP proxy that is not there',
    expected: 'network.http_proxy',
    environment: [`ENV HTTPS_PROXY=http://${addresses.nobody}`],
  },
  {
    name: 'modules are looked up nowhere',
    expected: 'gomod.proxy_config',
    proxy: 'off',
  },
].map(({ proxy, environment = [`ENV GOPROXY=${proxy}`], ...plan }) => ({
  dockerfile: service(...environment, 'RUN go mod download'),
  ...plan,
}));

const moduleFaults = [
  {
    name: 'a checksum that is another',
    expected: 'gomod.checksum_mismatch',
    change: copy =>
      copy.edit('go.sum', text => text.replace('h1:SZj', 'h1:ABC')),
  },
  {
    name: 'no checksum',
    expected: 'gomod.missing_gosum',
    change: copy => copy.write('go.sum', ''),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go build ./...',
    ),
  },
  {
    name: 'a newer Go than the image has',
    expected: 'gomod.toolchain_version',
    dockerfile: service().replace('golang:1.27', 'golang:1.24'),
  },
  {
    name: 'a go.mod that cannot be read',
    expected: 'gomod.syntax',
    change: copy =>
      copy.append('go.mod', 'requires golang.org/x/text v0.40.0\n'),
  },
  {
    name: 'a package of no module',
    expected: 'gomod.package_not_found',
    change: copy =>
      copy.write(
        'internal/api/text.go',
        'package api\n\nimport _ "golang.org/x/text/unicode/norm"\n',
      ),
  },
  {
    name: 'a replacement outside of the context',
    expected: 'gomod.replace_missing',
    change: copy =>
      copy.append('go.mod', 'replace golang.org/x/sync => ../sync\n'),
  },
  {
    name: 'a workspace with a module that is not there',
    expected: 'gomod.workspace',
    change: copy =>
      copy.write('go.work', 'go 1.27.0\n\nuse (\n\t.\n\t./tools\n)\n'),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go build ./...',
    ),
  },
  {
    name: 'a vendor folder of before',
    expected: 'gomod.vendor_inconsistent',
    change: copy => copy.write('vendor/modules.txt', ''),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go build -mod=vendor ./...',
    ),
  },
  {
    name: 'a go.mod that is not tidy',
    expected: 'gomod.updates_needed',
    change: copy =>
      copy.edit('go.mod', text => text.replace('go 1.27.0', 'go 1.20')),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go build -mod=readonly ./...',
    ),
  },
  {
    name: 'a private module without credentials',
    expected: 'auth.private_module_https',
    gitHosts: true,
    change: copy => {
      copy.append('go.mod', 'require go.example.com/platform/log v1.2.0\n');
    },
    dockerfile: service('RUN GOPRIVATE=go.example.com go mod download'),
  },
  {
    name: 'a revision that the repository does not have',
    expected: 'gomod.unknown_revision',
    gitHosts: true,
    change: copy => {
      copy.append('go.mod', 'require go.example.com/platform/log v1.9.0\n');
    },
    dockerfile: service(
      'RUN git config --global url."https://ci:recorded-token@go.example.com/".insteadOf https://go.example.com/ && GOPRIVATE=go.example.com go mod download',
    ),
  },
].map(plan => ({ dockerfile: service(), ...plan }));

const commandFaults = [
  {
    name: 'a type error',
    expected: 'compile.go_error',
    change: copy =>
      copy.append('internal/rates/desk.go', '\nvar cents int = "290"\n'),
    dockerfile: service(),
  },
  {
    name: 'no C compiler',
    expected: 'compile.cgo_no_compiler',
    change: copy =>
      copy.write('internal/api/c.go', 'package api\n\nimport "C"\n'),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CC=no-compiler CGO_ENABLED=1 go build ./...',
    ),
  },
  {
    name: 'a test fails',
    expected: 'test.failure',
    change: copy =>
      copy.edit('internal/rates/desk_test.go', text =>
        text.replace('!= 640', '!= 641'),
      ),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go test ./...',
    ),
  },
  {
    name: 'vet finds something',
    expected: 'test.vet',
    change: copy =>
      copy.write(
        'internal/api/vet.go',
        'package api\n\nimport "fmt"\n\nfunc tell() { fmt.Printf("%d parcels", "no") }\n',
      ),
    dockerfile: lines(
      'FROM golang:1.27',
      'WORKDIR /src',
      'COPY . .',
      'RUN CGO_ENABLED=0 go vet ./...',
    ),
  },
  {
    name: 'a command that is not there',
    expected: 'command.not_found',
    dockerfile: command('RUN golangci-lint run'),
  },
  {
    name: 'a command that fails without a word',
    expected: 'command.nonzero',
    dockerfile: command('RUN exit 3'),
  },
  {
    name: 'a program of another machine',
    expected: 'arch.exec_format',
    dockerfile: command(
      'RUN printf "\\177ELF\\002\\001\\001" > /tool && chmod +x /tool',
      'RUN ["/tool"]',
    ),
  },
  {
    name: 'a step that is killed',
    expected: 'resource.oom',
    dockerfile: command("RUN sh -c 'kill -9 $$'"),
  },
];

const filesystemFaults = [
  {
    name: 'a file that is not in the context',
    expected: 'fs.copy_missing',
    dockerfile: command('COPY config.yaml /'),
  },
  {
    name: 'a full disk',
    expected: 'fs.disk_full',
    dockerfile: command(
      'RUN --mount=type=tmpfs,target=/full,size=1m dd if=/dev/zero of=/full/file bs=1M count=4',
    ),
  },
  {
    name: 'a folder of somebody else',
    expected: 'fs.permission',
    dockerfile: command('USER 65532', 'RUN touch /etc/service.conf'),
  },
  {
    name: 'a mount that is read only',
    expected: 'fs.readonly',
    dockerfile: command('RUN --mount=target=/src touch /src/generated.go'),
  },
  {
    name: 'no Dockerfile',
    expected: 'fs.dockerfile_missing',
    options: ['--file', 'deploy/Dockerfile'],
    dockerfile: command(),
  },
];

const packageFaults = [
  {
    name: 'no such package',
    expected: 'ospkg.package_not_found',
    dockerfile: command('RUN apt-get install -y no-such-package'),
  },
  {
    name: 'a mirror that no name leads to',
    expected: 'ospkg.dns',
    dockerfile: command(
      'RUN echo "deb http://mirror.corp.invalid/debian trixie main" > /etc/apt/sources.list && apt-get update && apt-get install -y hello',
    ),
  },
  {
    name: 'a mirror that is down',
    expected: 'ospkg.http',
    dockerfile: command(
      `RUN echo "deb http://${addresses.packages}/debian trixie main" > /etc/apt/sources.list && apt-get update && apt-get install -y hello`,
    ),
  },
];

const registryFaults = [
  {
    name: 'an image that is not there',
    expected: 'registry.not_found',
    image: 'missing/golang:1.27',
  },
  {
    name: 'too many pulls',
    expected: 'registry.rate_limit',
    image: 'limited/golang:1.27',
  },
  {
    name: 'a registry that is down',
    expected: 'registry.5xx',
    image: 'ailing/golang:1.27',
  },
  {
    name: 'an image for another platform',
    expected: 'registry.platform',
    image: 'other-platform/golang:1.27',
  },
  {
    name: 'a registry that is not there',
    expected: 'registry.unreachable',
    registry: addresses.nobody,
    image: 'golang:1.27',
  },
].map(({ image, registry = addresses.registry, ...plan }) => ({
  dockerfile: lines(`FROM ${registry}/${image}`, 'RUN go version'),
  isPulled: true,
  ...plan,
}));

const configurationFaults = [
  {
    name: 'an instruction that there is not',
    expected: 'dockerfile.syntax',
    dockerfile: command('RUM go build ./...'),
  },
  {
    name: 'a target that there is not',
    expected: 'dockerfile.target',
    options: ['--target', 'release'],
    dockerfile: command('RUN true'),
  },
  {
    name: 'a secret that was not passed',
    expected: 'auth.secret_missing',
    dockerfile: command(
      'RUN --mount=type=secret,id=netrc,required=true cat /run/secrets/netrc',
    ),
  },
  {
    name: 'a push that is denied',
    expected: 'registry.push_denied',
    options: [
      '--output',
      `type=image,name=${addresses.registry}/parcel/rates:1,push=true`,
    ],
    dockerfile: command('RUN true'),
  },
  {
    name: 'a cache that cannot be written',
    expected: 'cache.export_failed',
    options: ['--cache-to', `type=registry,ref=${addresses.registry}/cache:1`],
    dockerfile: command('RUN true'),
  },
];

/**
 * What goes wrong, and the class that the diagnosis has to name. Each is a
 * small Go service, or less, and one thing that is wrong with it or around it.
 */
export const cases = [
  ...proxyFaults,
  ...networkFaults,
  ...moduleFaults,
  ...commandFaults,
  ...filesystemFaults,
  ...packageFaults,
  ...registryFaults,
  ...configurationFaults,
];
