/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseScript } from '../../ci/parseScript';
import { at, itemsOf, textAt, textsOf, YamlMap } from '../../ci/readYaml';
import { createFinding } from '../evidence/createFinding';
import { Manifest, podSpecOf, readManifests } from '../evidence/manifests';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  Finding,
  RepositoryRule,
  RepositorySubject,
  RuleOutcome,
} from '../types';
import { initContainerPreloadExamples } from './initContainerPreload.examples';

export const initContainerPreload: RepositoryRule = {
  id: 'platform/init-container-preload',
  category: 'platform',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'Pods start without fetching modules',
    fail: 'Pods fetch modules over the network when they start',
  },
  why: 'An init container that downloads modules makes every start of the pod wait for the proxy, and fail with it. What it fetches is gone with the pod, so the next one downloads all of it again.',
  howToFix:
    'Build the program into the image, where nothing has to be fetched. For pods that build, run a module proxy in the cluster and set `GOPROXY` to it, or keep `GOMODCACHE` on a PersistentVolumeClaim.',
  fix: 'guided',
  sources: [
    'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
    'https://go.dev/ref/mod#module-cache',
  ],
  prevents: ['network.dns', 'network.timeout'],
  evaluate,
  examples: initContainerPreloadExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const manifests = readManifests(snapshot).filter(
    manifest => initContainersOf(manifest).length > 0,
  );
  if (manifests.length === 0) {
    return notApplicable('No manifest has init containers.');
  }
  return passUnless(manifests.flatMap(judge));
}

function initContainersOf(manifest: Manifest): YamlMap[] {
  return itemsOf(at(podSpecOf(manifest), 'initContainers')).flatMap(container =>
    container.kind === 'map' ? container : [],
  );
}

function judge(manifest: Manifest): Finding[] {
  const { path, source } = manifest;
  const pod = podSpecOf(manifest);
  return initContainersOf(manifest).flatMap(container => {
    const command = fetchingCommand(container);
    return command === undefined || keepsModules(pod, container)
      ? []
      : [
          createFinding({
            path,
            source,
            line: container.line,
            message: `The init container ${JSON.stringify(
              textAt(container, 'name') ?? '',
            )} runs \`${command}\` at each start of the pod.`,
          }),
        ];
  });
}

/** The command that fetches modules from the network. */
function fetchingCommand(container: YamlMap): string | undefined {
  const words = [
    ...textsOf(at(container, 'command')),
    ...textsOf(at(container, 'args')),
  ].map(({ text }) => text);
  const environment = new Map(
    itemsOf(at(container, 'env')).map(entry => [
      textAt(entry, 'name'),
      textAt(entry, 'value') ?? '',
    ]),
  );
  if (isLocal(environment.get('GOPROXY'))) {
    return undefined;
  }
  const direct = /(?:^|\/)go$/.test(words[0] ?? '')
    ? goCommand(words.slice(1))
    : undefined;
  if (direct !== undefined) {
    return direct;
  }
  const isShell = /(?:^|\/)(?:ba|da|a)?sh$/.test(words[0] ?? '');
  const script = isShell
    ? words.find((word, index) => index > 0 && !word.startsWith('-'))
    : undefined;
  if (script === undefined) {
    return undefined;
  }
  let proxy: string | undefined;
  for (const { name, arguments: given, environment: own } of parseScript(script)
    .commands) {
    const assigned = own.find(entry => entry.name === 'GOPROXY')?.value;
    if (name === 'export') {
      proxy =
        given
          .find(({ text }) => text.startsWith('GOPROXY='))
          ?.text.slice('GOPROXY='.length) ?? proxy;
    }
    const command =
      name === 'go' ? goCommand(given.map(({ text }) => text)) : undefined;
    if (command !== undefined && !isLocal(assigned ?? proxy)) {
      return command;
    }
  }
  return undefined;
}

/** A proxy that is a folder, or none. */
function isLocal(proxy: string | undefined): boolean {
  return proxy !== undefined && /^(?:off|file:)/.test(proxy);
}

function goCommand([verb, ...rest]: readonly string[]): string | undefined {
  const next = rest.find(word => !word.startsWith('-'));
  if (verb === 'mod' && /^(?:download|vendor|tidy)$/.test(next ?? '')) {
    return `go mod ${next}`;
  }
  if (verb === 'get') {
    return 'go get';
  }
  return (verb === 'install' || verb === 'run') && /@/.test(next ?? '')
    ? `go ${verb}`
    : undefined;
}

/** Whether a volume that outlives the pod is mounted into the container. */
function keepsModules(pod: YamlMap | undefined, container: YamlMap): boolean {
  const mounted = new Set(
    itemsOf(at(container, 'volumeMounts')).map(mount => textAt(mount, 'name')),
  );
  return itemsOf(at(pod, 'volumes')).some(
    volume =>
      mounted.has(textAt(volume, 'name')) &&
      ['persistentVolumeClaim', 'hostPath', 'nfs', 'csi', 'ephemeral'].some(
        kind => at(volume, kind) !== undefined,
      ),
  );
}
