/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  at,
  entriesOf,
  itemsOf,
  textAt,
  textsOf,
  YamlMap,
  YamlValue,
} from '../../ci/readYaml';
import { editsByFile } from '../../edits/editsByFile';
import { indentBefore, lineBreakOf } from '../../edits/insertYamlEntry';
import { FixProposal, TextEdit } from '../../edits/types';
import { Snapshot } from '../../snapshot/types';
import { createFinding } from '../evidence/createFinding';
import { Manifest, readManifests } from '../evidence/manifests';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { networkPolicyNoDnsExamples } from './networkPolicyNoDns.examples';

export const networkPolicyNoDns: RepositoryRule = {
  id: 'platform/network-policy-no-dns',
  category: 'platform',
  scope: 'repository',
  severity: 'high',
  title: {
    pass: 'Network policies of build pods let DNS through',
    fail: 'A network policy keeps build pods from DNS',
  },
  why: 'A policy that lists where pods may connect to forbids everything else, name resolution too. Builds in these pods fail with `lookup proxy.golang.org: i/o timeout`, although the proxy itself is allowed.',
  howToFix:
    "Allow port 53 with UDP and TCP to the cluster's DNS: `to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]`. Allow the module proxy by the addresses of its pods: ranges of services are not what policies see.",
  fix: 'auto',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name',
  ],
  prevents: ['network.dns'],
  evaluate,
  propose,
  examples: networkPolicyNoDnsExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const policies = buildPolicies(snapshot);
  if (policies.length === 0) {
    return notApplicable('There is no network policy for build pods.');
  }
  return passUnless(
    policies.filter(isWithoutDns(snapshot)).map(({ path, source, object }) =>
      createFinding({
        path,
        source,
        line: at(object, 'spec', 'egress')?.line ?? object.line,
        message: `The policy ${JSON.stringify(
          nameOf(object),
        )} lists where build pods may connect to, and port 53 is not among it.`,
      }),
    ),
  );
}

function propose({ snapshot }: RepositorySubject): FixProposal | undefined {
  const changes = editsByFile(
    buildPolicies(snapshot)
      .filter(isWithoutDns(snapshot))
      .map(({ path, source, object }) => ({
        path,
        edit: allowDns(source, at(object, 'spec', 'egress')),
      })),
  );
  return (
    changes && {
      title: 'Let build pods resolve names',
      safety: 'needs-review',
      review:
        "Check that the cluster's DNS runs in the namespace kube-system, and under port 53.",
      changes,
    }
  );
}

/** Words that tell that pods build images. */
const buildWord =
  /(?:^|[^a-z])(?:builds?|builders?|buildkitd?|buildx|kaniko|buildah|ci|runners?|jenkins|tekton|gitlab-runner)(?:$|[^a-z])/i;

/** Policies on what pods that build may connect to. */
function buildPolicies(snapshot: Snapshot): Manifest[] {
  return readManifests(snapshot).filter(
    ({ kind, object }) =>
      kind === 'NetworkPolicy' &&
      textAt(object, 'apiVersion') === 'networking.k8s.io/v1' &&
      rulesOf(object).length > 0 &&
      [
        nameOf(object),
        textAt(object, 'metadata', 'namespace') ?? '',
        ...entriesOf(at(object, 'spec', 'podSelector', 'matchLabels')).map(
          ([, value]) => (value.kind === 'text' ? value.text : ''),
        ),
      ].some(word => buildWord.test(word)),
  );
}

function nameOf(object: YamlMap): string {
  return textAt(object, 'metadata', 'name') ?? '';
}

/** The egress rules, where they are in force. */
function rulesOf(object: YamlMap): readonly YamlValue[] {
  const types = textsOf(at(object, 'spec', 'policyTypes'));
  return types.length === 0 || types.some(({ text }) => text === 'Egress')
    ? itemsOf(at(object, 'spec', 'egress'))
    : [];
}

/**
 * What one policy allows holds beside all others: those of the repository that
 * allow DNS to all pods, or to some of the same namespace, may be meant for it.
 */
function isWithoutDns(snapshot: Snapshot) {
  const others = readManifests(snapshot).filter(
    ({ kind, object }) =>
      /NetworkPolicy$/.test(kind) &&
      (kind !== 'NetworkPolicy' || rulesOf(object).some(allowsDns)),
  );
  return ({ object }: Manifest): boolean =>
    !rulesOf(object).some(allowsDns) &&
    !others.some(
      other =>
        other.kind !== 'NetworkPolicy' ||
        namespaceOf(other.object) === namespaceOf(object) ||
        namespaceOf(other.object) === undefined,
    );
}

function namespaceOf(object: YamlMap): string | undefined {
  return textAt(object, 'metadata', 'namespace');
}

/** Ports of DNS; OpenShift's pods listen on 5353. */
const dnsPorts = [53, 5353];

function allowsDns(rule: YamlValue): boolean {
  const ports = at(rule, 'ports');
  if (ports?.kind !== 'list' || ports.items.length === 0) {
    return true;
  }
  return ports.items.some(entry => {
    const port = textAt(entry, 'port');
    const first = Number(port);
    const last = Number(textAt(entry, 'endPort') ?? port);
    // A name stands for a port of the pod, such as `dns`.
    return (
      port === undefined ||
      Number.isNaN(first) ||
      dnsPorts.some(dns => first <= dns && dns <= last)
    );
  });
}

/** Puts a rule in front of the others. */
function allowDns(
  source: string,
  egress: YamlValue | undefined,
): TextEdit | undefined {
  const first = itemsOf(egress)[0];
  if (egress?.kind !== 'list' || first?.kind !== 'map') {
    return undefined;
  }
  const dash = egress.span.start;
  const indent = indentBefore(source, dash);
  if (indent === undefined || source[dash] !== '-') {
    return undefined;
  }
  const lines = [
    '- to:',
    '    - namespaceSelector:',
    '        matchLabels:',
    '          kubernetes.io/metadata.name: kube-system',
    '  ports:',
    '    - protocol: UDP',
    '      port: 53',
    '    - protocol: TCP',
    '      port: 53',
  ];
  return {
    span: { start: dash, end: dash },
    text: lines.map(line => `${line}${lineBreakOf(source)}${indent}`).join(''),
  };
}
