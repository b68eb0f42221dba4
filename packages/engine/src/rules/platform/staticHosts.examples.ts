/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

export const staticHostsExamples: RuleExamples = {
  bad: [
    {
      name: 'Hosts of a service and of its build',
      files: {
        'compose.yaml': `services:
  app:
    build:
      context: .
      extra_hosts:
        - proxy.acme.io=10.20.0.4
    extra_hosts:
      db.acme.io: 10.20.0.5
`,
        Dockerfile: 'FROM scratch\n',
      },
      findings: ['compose.yaml:8', 'compose.yaml:6'],
    },
    {
      name: 'A flag of a build, and an input of the action',
      files: {
        [pipelinePath]: pipeline(`- run: |
    set -e
    docker build --add-host proxy.acme.io:10.20.0.4 .
- uses: docker/build-push-action@v6
  with:
    add-hosts: proxy.acme.io:10.20.0.4
`),
      },
      findings: [`${pipelinePath}:9`, `${pipelinePath}:12`],
    },
    {
      name: 'An IPv6 address in a GitLab pipeline',
      files: {
        '.gitlab-ci.yml': `build:
  script:
    - docker build --add-host=proxy.acme.io:2001:db8::4 .
`,
      },
      findings: ['.gitlab-ci.yml:3'],
    },
  ],
  good: [
    {
      name: 'The machine itself',
      nearMiss: true,
      files: {
        'compose.yaml': `services:
  app:
    image: app
    extra_hosts:
      - host.docker.internal:host-gateway
      - app.test:127.0.0.1
      - "ads.example.com:0.0.0.0"
`,
      },
    },
    {
      name: 'An address that the file itself gives',
      files: {
        'compose.yaml': `services:
  db:
    image: postgres:18
    networks:
      inner:
        ipv4_address: 172.28.0.5
  app:
    image: app
    extra_hosts:
      - "db.acme.io:172.28.0.5"
    networks: [inner]
networks:
  inner:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`,
      },
    },
    {
      name: 'An address that is found out',
      nearMiss: true,
      files: {
        [pipelinePath]: pipeline(`- run: |
    ip=$(dig +short proxy.acme.io)
    docker build --add-host "proxy.acme.io:$ip" .
    echo --add-host proxy.acme.io:10.0.0.1
- run: docker run --add-host host.docker.internal:host-gateway app
`),
      },
    },
    {
      name: 'Names of services',
      files: {
        'compose.yaml': `services:
  app:
    image: app
    environment:
      DB: db:5432
    extra_hosts:
      - "api.acme.io:\${API_ADDRESS}"
  db:
    image: postgres:18
`,
      },
    },
  ],
};
