/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { fromStoredSettings } from './scanSettings';
import { selectServices } from './selectServices';

function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    spec?: Entity['spec'];
    relations?: Entity['relations'];
    title?: string;
    kind?: string;
  } = {},
): Entity {
  const { annotations, spec, relations, title, kind = 'Component' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title, annotations },
    spec,
    relations,
  };
}

async function select(...entities: Entity[]) {
  return selectServices({
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    filter: { kind: 'Component' },
  });
}

describe('selectServices', () => {
  it('selects by the filter, and leaves out who does not want', async () => {
    const services = await select(
      component('a'),
      component('b', { kind: 'API' }),
      component('c', { annotations: { 'build-hygiene/disabled': 'True ' } }),
      component('d', { annotations: { 'build-hygiene/disabled': 'false' } }),
    );
    expect(services.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/a',
      'component:default/d',
    ]);
  });

  it('says what lists show, and what the scanner needs', async () => {
    const [service] = await select(
      component('Pay', {
        title: 'Payments',
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://host/org/pay/blob/main/catalog-info.yaml',
          'backstage.io/source-location':
            'url:https://user:pw@host/org/pay/tree/main/',
          'build-hygiene/dockerfile': 'Dockerfile, build/api.Dockerfile,',
          'build-hygiene/context': ' build ',
          'build-hygiene/target': 'run',
        },
        spec: { owner: 'team-a', lifecycle: 'production', system: 'shop' },
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/team-a' },
          { type: 'partOf', targetRef: 'component:default/all' },
          { type: 'partOf', targetRef: 'system:default/shop' },
        ],
      }),
    );
    expect(service).toEqual({
      entityRef: 'component:default/pay',
      title: 'Payments',
      owner: 'group:default/team-a',
      system: 'system:default/shop',
      lifecycle: 'production',
      source: 'https://host/org/pay/tree/main/',
      settings: {
        location: {
          type: 'url',
          target: 'https://user:pw@host/org/pay/tree/main/',
        },
        dockerfiles: ['Dockerfile', 'build/api.Dockerfile'],
        context: 'build',
        target: 'run',
      },
    });
  });

  it('takes what the file says where there are no relations', async () => {
    const [service] = await select(
      component('a', { spec: { owner: 'user:jane', system: 'Shop' } }),
    );
    expect(service).toMatchObject({
      owner: 'user:default/jane',
      system: 'system:default/shop',
    });
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['none', {}, undefined],
    [
      'a local file',
      { 'backstage.io/managed-by-location': 'file:/x/a/catalog-info.yaml' },
      'file:/x/a/catalog-info.yaml',
    ],
    [
      'a local file that a remote entity names',
      {
        'backstage.io/managed-by-location': 'url:https://host/a.yaml',
        'backstage.io/source-location': 'file:/etc',
      },
      undefined,
    ],
    [
      'the catalog file, if that is all',
      { 'backstage.io/managed-by-location': 'url:https://host/a.yaml' },
      'url:https://host/a.yaml',
    ],
    ['nonsense', { 'backstage.io/source-location': 'nonsense' }, undefined],
  ])('location: %s', async (_, annotations, expected) => {
    const [{ settings }] = await select(component('a', { annotations }));
    const { location } = fromStoredSettings(settings);
    expect(location && `${location.type}:${location.target}`).toBe(expected);
  });
});
