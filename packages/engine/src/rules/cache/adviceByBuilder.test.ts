/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheModel } from '../../cache';
import { BuilderProfileKind } from '../../cache/types';
import { findGoModules } from '../../gomod';
import { createSnapshot } from '../../snapshot';
import { findBuildUnits } from '../../units';
import { rules } from '../catalogue';
import { pipeline, pipelinePath } from './pipelineExamples';

/** All that the rules on the cache can advise a small service to change. */
interface Service {
  builder: BuilderProfileKind;
  /** Module files, download, sources; or all files, download. */
  order: 'modules-first' | 'sources-first';
  /** A `go mod download` of its own. */
  download: boolean;
  /** The mounts of the steps that download and compile. */
  moduleMount: Mount;
  /** The mount of the step that compiles. */
  buildMount: Mount;
}

type Mount = 'right' | 'misplaced' | 'none';

const builders: BuilderProfileKind[] = [
  'warm',
  'remote-max',
  'remote-min',
  'ephemeral',
];
const mounts: Mount[] = ['right', 'misplaced', 'none'];

const action = (mode: string) =>
  pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha
    cache-to: type=gha,mode=${mode}
`);

const workflows: Record<BuilderProfileKind, string> = {
  warm: pipeline('- run: docker build .\n', { runsOn: 'self-hosted' }),
  'remote-max': action('max'),
  'remote-min': action('min'),
  ephemeral: pipeline('- run: docker build .\n'),
};

function dockerfileOf(service: Service): string {
  const { order, download, moduleMount, buildMount } = service;
  const modules = {
    right: ['--mount=type=cache,target=/go/pkg/mod'],
    misplaced: ['--mount=type=cache,target=/root/go/pkg/mod'],
    none: [],
  }[moduleMount];
  const packages = {
    right: ['--mount=type=cache,target=/root/.cache/go-build'],
    misplaced: ['--mount=type=cache,target=/go/.cache/go-build'],
    none: [],
  }[buildMount];
  const run = (...words: string[]) => ['RUN', ...words].join(' ');
  const fetch = download ? [run(...modules, 'go mod download')] : [];
  return [
    'FROM golang:1.27 AS build',
    'WORKDIR /src',
    ...(order === 'modules-first'
      ? ['COPY go.mod go.sum ./', ...fetch, 'COPY . .']
      : ['COPY . .', ...fetch]),
    run(...modules, ...packages, 'go build -o /app .'),
    'FROM scratch',
    'COPY --from=build /app /app',
    'ENTRYPOINT ["/app"]',
    '',
  ].join('\n');
}

/** The rules on the cache that a service does not pass, with what they say. */
function openRules(service: Service): Map<string, string> {
  const files: Record<string, string> = {
    Dockerfile: dockerfileOf(service),
    '.dockerignore': '.git\n.github\n*.md\nDockerfile\n',
    'go.mod':
      'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
    'go.sum': '',
    'main.go': '',
    [pipelinePath]: workflows[service.builder],
  };
  const snapshot = createSnapshot({
    files: Object.entries(files),
    tree: Object.entries(files).map(([path, text]) => ({
      path,
      kind: 'file' as const,
      size: text.length,
    })),
  });
  const modules = findGoModules(snapshot);
  const [unit] = findBuildUnits(snapshot, { modules });
  const model = buildCacheModel(unit, { snapshot, modules });
  expect(model.profile.kind).toBe(service.builder);
  return new Map(
    rules.flatMap(rule => {
      if (rule.scope !== 'unit' || rule.category !== 'cache') {
        return [];
      }
      const outcome = rule.evaluate({ unit, model, snapshot, modules });
      return 'findings' in outcome
        ? [[rule.id, outcome.findings.map(({ message }) => message).join('\n')]]
        : [];
    }),
  );
}

const layered = { order: 'modules-first', download: true } as const;

/** The services that following a rule's advice leads to: one for each "or". */
function follow(rule: string, said: string, service: Service): Service[] {
  switch (rule) {
    case 'cache/deps-before-source':
      if (service.builder === 'warm') {
        return [
          { ...service, ...layered },
          { ...service, moduleMount: 'right' },
        ];
      }
      return said.includes('starts empty')
        ? [
            { ...service, ...layered, moduleMount: 'none' },
            { ...service, builder: 'warm' },
          ]
        : [{ ...service, ...layered }];
    case 'cache/module-cache-mount':
      return [{ ...service, moduleMount: 'right' }];
    case 'cache/build-cache-mount':
      return [{ ...service, buildMount: 'right' }];
    case 'cache/mount-target': {
      const instead = said.includes('take it away') ? 'none' : 'right';
      const mend = (mount: Mount) => (mount === 'misplaced' ? instead : mount);
      const { moduleMount, buildMount } = service;
      return [
        {
          ...service,
          moduleMount: mend(moduleMount),
          buildMount: mend(buildMount),
        },
      ];
    }
    case 'cache/mount-on-ephemeral':
      return [
        {
          ...service,
          ...layered,
          moduleMount: 'none',
          builder: 'remote-max',
        },
        { ...service, builder: 'warm' },
      ];
    case 'cache/remote-cache-missing':
      return [{ ...service, builder: 'remote-max' }];
    case 'cache/remote-cache-mode-min':
      return [
        { ...service, builder: 'remote-max' },
        { ...service, builder: 'remote-max', moduleMount: 'none' },
      ];
    case 'cache/futile-copy':
      return [
        { ...service, download: true },
        { ...service, order: 'sources-first' },
      ];
    default:
      throw new Error(`No advice is known for ${rule}`);
  }
}

const services = builders.flatMap(builder =>
  (['modules-first', 'sources-first'] as const).flatMap(order =>
    [true, false].flatMap(download =>
      mounts.flatMap(moduleMount =>
        mounts.map(
          (buildMount): Service => ({
            builder,
            order,
            download,
            moduleMount,
            buildMount,
          }),
        ),
      ),
    ),
  ),
);

describe('the advice of the rules on the cache', () => {
  const known = new Map<string, Map<string, string>>();
  const keyOf = (service: Service) => JSON.stringify(service);

  function openOf(service: Service): Map<string, string> {
    const key = keyOf(service);
    const found = known.get(key) ?? openRules(service);
    known.set(key, found);
    return found;
  }

  it.each(builders)('leads to a service that passes, from %s', builder => {
    const settled = new Set<string>();
    const visit = (service: Service, path: readonly string[]) => {
      const key = keyOf(service);
      // Advice that leads back contradicts other advice.
      expect(path).not.toContain(key);
      if (settled.has(key)) {
        return;
      }
      for (const [rule, said] of openOf(service)) {
        for (const next of follow(rule, said, service)) {
          visit(next, [...path, key]);
        }
      }
      settled.add(key);
    };
    for (const service of services.filter(s => s.builder === builder)) {
      visit(service, []);
    }
    expect(settled.size).toBeGreaterThan(30);
  });

  it.each<[BuilderProfileKind, string, Partial<Service>, string[]]>([
    [
      'warm',
      'layer',
      { ...layered, buildMount: 'right' },
      ['module-cache-mount'],
    ],
    [
      'warm',
      'mounts',
      { ...layered, moduleMount: 'right', buildMount: 'right' },
      [],
    ],
    ['warm', 'mounts alone', { moduleMount: 'right', buildMount: 'right' }, []],
    ['warm', 'neither', {}, ['build-cache-mount', 'deps-before-source']],
    ['remote-max', 'layer', layered, []],
    [
      'remote-max',
      'layer, mount for packages',
      { ...layered, buildMount: 'right' },
      [],
    ],
    [
      'remote-max',
      'mounts',
      { ...layered, moduleMount: 'right' },
      ['deps-before-source'],
    ],
    [
      'remote-max',
      'mounts alone',
      { moduleMount: 'right' },
      ['deps-before-source'],
    ],
    ['remote-max', 'neither', {}, ['deps-before-source']],
    [
      'remote-max',
      'misplaced',
      { ...layered, moduleMount: 'misplaced' },
      ['mount-target'],
    ],
    ['remote-min', 'layer', layered, ['remote-cache-mode-min']],
    [
      'remote-min',
      'mounts',
      { ...layered, moduleMount: 'right' },
      ['remote-cache-mode-min'],
    ],
    [
      'remote-min',
      'neither',
      {},
      ['deps-before-source', 'remote-cache-mode-min'],
    ],
    ['ephemeral', 'layer', layered, ['remote-cache-missing']],
    [
      'ephemeral',
      'mounts',
      { ...layered, moduleMount: 'right' },
      ['mount-on-ephemeral', 'remote-cache-missing'],
    ],
    [
      'ephemeral',
      'neither',
      {},
      ['deps-before-source', 'remote-cache-missing'],
    ],
  ])('%s, modules in: %s', (builder, _, parts, expected) => {
    const service: Service = {
      builder,
      order: 'sources-first',
      download: false,
      moduleMount: 'none',
      buildMount: 'none',
      ...parts,
    };
    expect([...openOf(service).keys()]).toEqual(
      expected.map(name => `cache/${name}`),
    );
  });
});
