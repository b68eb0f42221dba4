/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { placeScript } from '../../ci/placeScript';
import { gitLabJobs, withDefaults } from '../../ci/readGitLab';
import {
  readPipelines,
  readWorkflowJobs,
  usedAction,
} from '../../ci/readPipelines';
import { scriptOf } from '../../ci/readWorkflow';
import { at, entriesOf, readYaml, textsOf, YamlText } from '../../ci/readYaml';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { Snapshot } from '../../snapshot/types';
import { createFinding } from '../evidence/createFinding';
import { isLoopback } from '../evidence/daemonFiles';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { staticHostsExamples } from './staticHosts.examples';

export const staticHosts: RepositoryRule = {
  id: 'platform/static-hosts',
  category: 'platform',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'Hosts are found by DNS',
    fail: 'Hosts have addresses that are written out',
  },
  why: 'An address that is written out stays when the host moves: builds and services then reach nothing, or something else, and only from this repository. It also hides that the network cannot resolve the name.',
  howToFix:
    'Let DNS resolve the name, for builds through the `dns` of `daemon.json` or `buildkitd.toml`. For the machine itself write `host.docker.internal:host-gateway`, for other services of the compose file their names.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/reference/compose-file/services/#extra_hosts',
    'https://docs.docker.com/reference/cli/docker/buildx/build/#add-host',
    'https://docs.docker.com/reference/cli/docker/container/run/#add-host',
  ],
  prevents: ['network.timeout', 'network.refused'],
  evaluate,
  examples: staticHostsExamples,
};

/** A host with its address, as written. */
interface StaticHost {
  path: string;
  source: string;
  line: number;
  host: string;
  address: string;
}

const maximumFindings = 30;

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const composeFiles = [...snapshot.files].filter(
    ([path]) => buildFileKind(path) === 'compose' && !isExcludedPath(path),
  );
  if (composeFiles.length + readPipelines(snapshot).length === 0) {
    return notApplicable('There is no compose file and no pipeline.');
  }
  const hosts = [
    ...composeFiles.flatMap(([path, source]) => readCompose(path, source)),
    ...readPipelineHosts(snapshot),
  ];
  return passUnless(
    hosts
      .slice(0, maximumFindings)
      .map(({ path, source, line, host, address }) =>
        createFinding({
          path,
          source,
          line,
          message: `${host.slice(0, 100)} is always looked for at ${address}.`,
        }),
      ),
  );
}

function readCompose(path: string, source: string): StaticHost[] {
  return readYaml(source).flatMap(document => {
    const services = entriesOf(at(document, 'services'));
    // Addresses that the file itself gives to its services.
    const own = new Set(
      services.flatMap(([, service]) =>
        entriesOf(at(service, 'networks')).flatMap(([, network]) =>
          ['ipv4_address', 'ipv6_address'].flatMap(name => {
            const value = at(network, name);
            return value?.kind === 'text' ? value.text : [];
          }),
        ),
      ),
    );
    return services
      .flatMap(([, service]) =>
        [
          at(service, 'extra_hosts'),
          at(service, 'build', 'extra_hosts'),
        ].flatMap(value =>
          value?.kind === 'map'
            ? entriesOf(value).flatMap(([host, address]) =>
                textsOf(address).map(({ text, line }) => ({
                  host,
                  address: text,
                  line,
                })),
              )
            : textsOf(value).map(entry => readEntry(entry)),
        ),
      )
      .filter(({ address }) => isFixed(address) && !own.has(address))
      .map(found => ({ ...found, path, source }));
  });
}

/** `name:address` or `name=address`. */
function readEntry({ text, line }: Pick<YamlText, 'text' | 'line'>): {
  host: string;
  address: string;
  line: number;
} {
  const separator = text.search(/[:=]/);
  return separator < 0
    ? { host: text, address: '', line }
    : {
        host: text.slice(0, separator).trim(),
        address: text.slice(separator + 1).trim(),
        line,
      };
}

/** Whether an address is written out, and one of another machine. */
function isFixed(address: string): boolean {
  return (
    (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address) ||
      /^\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]?$/i.test(address)) &&
    !isLoopback(address) &&
    !/^(?:0\.0\.0\.0|\[?::\]?)$/.test(address)
  );
}

function readPipelineHosts(snapshot: Snapshot): StaticHost[] {
  const found = new Map<string, StaticHost>();
  const add = (
    { path, source }: { path: string; source: string },
    entry: { host: string; address: string; line: number },
  ) => {
    if (isFixed(entry.address)) {
      found.set(`${path}:${entry.line}:${entry.host}`, {
        ...entry,
        path,
        source,
      });
    }
  };
  const addScripts = (
    file: { path: string; source: string },
    scripts: readonly YamlText[],
  ) => {
    for (const script of scripts) {
      addedHosts(script, file.source).forEach(entry => add(file, entry));
    }
  };
  for (const { file, workflow, job, steps } of readWorkflowJobs(snapshot)) {
    for (const step of steps) {
      addScripts(file, scriptOf(step, [workflow, job]));
      const hosts = at(step, 'with', 'add-hosts');
      if (
        usedAction(step)?.name === 'docker/build-push-action' &&
        hosts?.kind === 'text'
      ) {
        for (const text of hosts.text.split(/[\n,]/)) {
          add(file, readEntry({ text, line: hosts.line }));
        }
      }
    }
  }
  for (const file of readPipelines(snapshot)) {
    for (const document of file.system === 'gitlab' ? file.documents : []) {
      for (const [, job] of gitLabJobs(document)) {
        const merged = withDefaults(job, document);
        addScripts(file, [
          ...textsOf(merged.get('before_script')),
          ...textsOf(merged.get('script')),
        ]);
      }
    }
  }
  return [...found.values()];
}

/** What `--add-host` of commands of Docker says. */
function addedHosts(
  script: YamlText,
  source: string,
): { host: string; address: string; line: number }[] {
  return placeScript(script, source).commands.flatMap(
    ({ name, arguments: words, line }) =>
      /^(?:docker|podman|buildah|sudo)$/.test(name ?? '')
        ? words.flatMap(({ text }, index) => {
            const joined = /^--add-host=([^]*)$/.exec(text)?.[1];
            const value =
              joined ??
              (text === '--add-host' ? words[index + 1]?.text : undefined);
            return value === undefined
              ? []
              : [readEntry({ text: value, line })];
          })
        : [],
  );
}
