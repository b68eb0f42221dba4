/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goModule = 'module example.com/app\n\ngo 1.27\n';
const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

export const secretFilesExamples: RuleExamples = {
  bad: [
    {
      name: 'Settings and keys beside the sources',
      files: {
        Dockerfile: dockerfile,
        '.dockerignore': '.git\n',
        '.env': '',
        'deploy/server.key': '',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['.env:1', 'deploy/server.key:1'],
      fixed: {
        '.dockerignore': `.git
.env
deploy/server.key
`,
      },
    },
    {
      name: 'The final stage copies the settings',
      files: {
        Dockerfile: `FROM golang:1.27
WORKDIR /app
COPY . .
RUN go build -o /app/server .
CMD ["/app/server"]
`,
        '.env.production': 'PORT=8080\nDB_PASSWORD=correct-horse-7\n',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['.env.production:1'],
      fixed: {
        '.dockerignore': `.git

# Credentials
.env.production
`,
      },
    },
    {
      name: 'Access to registries, clusters and clouds',
      files: {
        Dockerfile: dockerfile,
        '.netrc': '',
        '.npmrc':
          '//registry.corp.example/:_authToken=Zm9vYmFyLXRva2VuLTEyMzQ1\n',
        'go.mod': goModule,
        'infra/terraform.tfstate': '',
        kubeconfig: '',
        'main.go': '',
      },
      findings: [
        '.netrc:1',
        '.npmrc:1',
        'infra/terraform.tfstate:1',
        'kubeconfig:1',
      ],
      fixed: {
        '.dockerignore': `.git

# Credentials
.netrc
.npmrc
infra/terraform.tfstate
kubeconfig
`,
      },
    },
    {
      name: 'An exception of the ignore file brings one back',
      files: {
        Dockerfile: dockerfile,
        '.dockerignore': '.env*\n!.env.local\n',
        '.env': '',
        '.env.local': '',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['.env.local:1'],
      fixed: {
        '.dockerignore': `.env*
!.env.local
.env.local
`,
      },
    },
  ],
  good: [
    {
      name: 'The ignore file keeps them out',
      files: {
        Dockerfile: dockerfile,
        '.dockerignore': '.git\n.env*\n**/*.key\n',
        '.env': '',
        'deploy/server.key': '',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Templates and public parts',
      files: {
        Dockerfile: dockerfile,
        '.env.example': 'DB_PASSWORD=\n',
        '.env.sample': '',
        '.npmrc': 'registry=https://npm.example.com/\n',
        'certs/ca.pem': '',
        'certs/id_rsa.pub': '',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Keys that tests made up',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile,
        'go.mod': goModule,
        'apptesting/key.pem': '',
        'cmd/stub/rsa.key': '',
        'contrib/nginx/ssl/server.key': '',
        'hack/certs/web.key.pem': '',
        'integration/resources/tls/server.key': '',
        'internal/testutils/private.key': '',
        'internal/tls/testdata/server.key': '',
        'tlstest/node.key': '',
        'main.go': '',
        'test/fixtures/.env': '',
      },
    },
    {
      name: 'Settings without secrets',
      files: {
        Dockerfile: dockerfile,
        '.env':
          '# defaults for compose\nPORT=8080\nLOG_LEVEL=debug\nDB_PASSWORD=${DB_PASSWORD}\n',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Outside of the context',
      files: {
        '.env': '',
        'service/Dockerfile': dockerfile,
        'service/go.mod': goModule,
        'service/main.go': '',
      },
    },
    {
      name: 'Sources whose names are about keys',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile,
        'env.go': '',
        'go.mod': goModule,
        'internal/key.go': '',
        'internal/netrc/netrc.go': '',
        'main.go': '',
      },
    },
    {
      name: 'A key that everyone may read, and the settings of a web page',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile,
        '.dockerignore': '.git\n',
        'go.mod': goModule,
        'main.go': '',
        'static/public-key.pem': '',
        'web/.env': '',
        'web/package.json': '{}',
        'web/public/index.html': '',
        'ui/.env.production': '',
        'ui/rsbuild.config.ts': '',
      },
    },
  ],
};
