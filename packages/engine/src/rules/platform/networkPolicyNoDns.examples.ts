/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const path = 'deploy/ci/policy.yaml';

function policy(
  egress: string,
  { name = 'ci-runners', namespace = 'ci', label = 'app: runner' } = {},
): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  podSelector:
    matchLabels:
      ${label}
  policyTypes: [Egress]
  egress:
${egress.replace(/^(?=.)/gm, '    ')}`;
}

const toProxy = `- to:
    - ipBlock:
        cidr: 10.96.0.0/12
  ports:
    - protocol: TCP
      port: 443
`;
const dns = `- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
`;

export const networkPolicyNoDnsExamples: RuleExamples = {
  bad: [
    {
      name: 'The proxy alone',
      files: { [path]: policy(toProxy) },
      findings: [`${path}:12`],
      fixed: { [path]: policy(`${dns}${toProxy}`) },
    },
    {
      name: 'Several objects, a list that is not indented, Windows lines',
      files: {
        'k8s/all.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: builds
---
# What builders may reach.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: egress
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: buildkitd
  egress:
  # The registry.
  - ports:
    - port: 5000
  - ports:
    - port: 8000
      endPort: 8999
`.replace(/\n/g, '\r\n'),
      },
      findings: ['k8s/all.yaml:17'],
      fixed: {
        'k8s/all.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: builds
---
# What builders may reach.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: egress
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: buildkitd
  egress:
  # The registry.
  ${dns.trimEnd().replace(/\n/g, '\n  ')}
  - ports:
    - port: 5000
  - ports:
    - port: 8000
      endPort: 8999
`.replace(/\n/g, '\r\n'),
      },
    },
    {
      name: 'Pods of kaniko, in a namespace of other pods',
      files: {
        'manifests/kaniko.yml': policy(toProxy, {
          name: 'egress',
          namespace: 'tools',
          label: 'job: kaniko',
        }),
        'manifests/other.yml': policy(`${dns}${toProxy}`, {
          name: 'web',
          namespace: 'web',
          label: 'app: web',
        }),
      },
      findings: ['manifests/kaniko.yml:12'],
      fixed: {
        'manifests/kaniko.yml': policy(`${dns}${toProxy}`, {
          name: 'egress',
          namespace: 'tools',
          label: 'job: kaniko',
        }),
      },
    },
  ],
  good: [
    {
      name: 'DNS is allowed',
      files: { [path]: policy(`${toProxy}${dns}`) },
    },
    {
      name: 'A rule without ports, and one with a range of them',
      files: {
        [path]: policy('- {}\n'),
        'deploy/b.yaml': policy('- ports: [{port: 1, endPort: 1024}]\n'),
      },
    },
    {
      name: 'Another policy allows it to all pods of the namespace',
      nearMiss: true,
      files: {
        [path]: policy(toProxy),
        'deploy/ci/dns.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: dns
  namespace: ci
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports:
        - port: 53
          protocol: UDP
`,
      },
    },
    {
      name: 'Nothing is allowed here: other policies add what is',
      files: {
        [path]: policy('').replace('egress:\n', 'egress: []\n'),
      },
    },
    {
      name: 'Pods that do not build',
      nearMiss: true,
      files: {
        'deploy/web.yaml': policy(toProxy, {
          name: 'web',
          namespace: 'shop',
          label: 'app: circuit',
        }),
      },
    },
    {
      name: 'What may come in',
      files: {
        [path]: policy(toProxy)
          .replace('[Egress]', '[Ingress]')
          .replace('egress:', 'ingress:'),
      },
    },
    {
      name: 'Templates of a chart',
      files: {
        'deploy/chart/templates/policy.yaml': policy(toProxy),
        'deploy/policy.yaml': policy(toProxy).replace(
          'name: ci-runners',
          'name: {{ .Release.Name }}-ci',
        ),
      },
    },
  ],
};
