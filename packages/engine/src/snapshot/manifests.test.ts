/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildFileKind } from './buildFileKind';
import { planReading } from './planReading';
import { TreeEntry } from './types';

function file(path: string): TreeEntry {
  return { path, kind: 'file', size: 100 };
}

describe('manifests', () => {
  it.each([
    ['deploy/app.yaml', 'manifest'],
    ['services/api/k8s/base/policy.yml', 'manifest'],
    ['Deployments/app.yaml', 'manifest'],
    ['deploy/compose.yaml', 'compose'],
    ['deploy/Dockerfile', 'dockerfile'],
    ['deploy/templates/app.yaml', undefined],
    ['deploy/charts/app/values.yaml', undefined],
    ['manifests/crds/big.yaml', undefined],
    ['deploy.yaml', undefined],
    ['deploy/app.json', undefined],
    ['redeploy/app.yaml', undefined],
  ])('%s is of the kind %s', (path, kind) => {
    expect(buildFileKind(path)).toBe(kind);
  });

  it('are read last, and only so many', () => {
    const { paths, problems } = planReading([
      ...Array.from({ length: 70 }, (_, index) => file(`k8s/${index}.yaml`)),
      file('z/catalog-info.yaml'),
    ]);
    expect(paths[0]).toBe('z/catalog-info.yaml');
    expect(paths).toHaveLength(61);
    expect(problems).toEqual([
      {
        path: '.',
        code: 'limit',
        message: 'Of 70 Kubernetes manifests the first 60 were read.',
      },
    ]);
  });

  it('are all read up to the bound', () => {
    const { paths, problems } = planReading(
      Array.from({ length: 60 }, (_, index) => file(`k8s/${index}.yaml`)),
    );
    expect(paths).toHaveLength(60);
    expect(problems).toEqual([]);
  });
});
