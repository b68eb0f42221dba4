/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConfigReader } from '@backstage/config';
import { readModuleSourcesConfig } from './readModuleSourcesConfig';

const read = (moduleSources: object | undefined) =>
  readModuleSourcesConfig(
    new ConfigReader(
      JSON.parse(JSON.stringify({ buildHygiene: { moduleSources } })),
    ),
  );

const list = 'https://goproxy.corp.example|https://proxy.golang.org,direct';

describe('readModuleSourcesConfig', () => {
  it('is off without a list', () => {
    expect(read(undefined)).toBeUndefined();
    expect(read({ private: '*.corp.example' })).toBeUndefined();
    expect(readModuleSourcesConfig(new ConfigReader({}))).toBeUndefined();
  });

  it('has defaults for all but the list', () => {
    expect(read({ list })).toEqual({
      list,
      noProxy: '',
      access: [],
      canary: { modulePath: 'golang.org/x/text', version: 'v0.14.0' },
      intervalSeconds: 300,
      timeoutSeconds: 5,
      lookUp: true,
    });
  });

  it('reads all settings', () => {
    expect(
      read({
        list,
        private: '*.corp.example',
        checksumDatabase: 'sum.golang.org+033de0ae+Ac4zctda0e5eza',
        access: [{ url: 'https://goproxy.corp.example', authorization: 'x' }],
        canary: {
          module: 'example.com/a',
          version: 'v1.0.0',
          goModHash: 'h1:',
        },
        privateCanary: { module: 'git.corp.example/b', version: 'v0.1.0' },
        interval: '1m',
        timeout: { seconds: 2 },
        lookUp: false,
      }),
    ).toEqual({
      list,
      noProxy: '*.corp.example',
      checksumDatabase: {
        name: 'sum.golang.org',
        url: 'https://sum.golang.org',
      },
      access: [{ url: 'https://goproxy.corp.example', authorization: 'x' }],
      canary: {
        modulePath: 'example.com/a',
        version: 'v1.0.0',
        goModHash: 'h1:',
      },
      privateCanary: { modulePath: 'git.corp.example/b', version: 'v0.1.0' },
      intervalSeconds: 60,
      timeoutSeconds: 2,
      lookUp: false,
    });
    expect(
      read({
        list,
        checksumDatabase: 'sum.golang.google.cn https://sum.corp.example/db',
      })?.checksumDatabase,
    ).toEqual({
      name: 'sum.golang.google.cn',
      url: 'https://sum.corp.example/db',
    });
    expect(
      read({ list, checksumDatabase: 'off' })?.checksumDatabase,
    ).toBeUndefined();
  });

  it.each([
    [
      { list: 'ftp://ci:s3cret@goproxy.example' },
      'moduleSources.list: invalid proxy URL scheme (must be https, http, file): ftp://goproxy.example',
    ],
    [{ list, access: [{ url: 'file:///x' }] }, 'access.url must be an address'],
    [{ list, checksumDatabase: '../x' }, 'must begin with the name'],
    [{ list, canary: { module: '..', version: 'v1.0.0' } }, 'canary.module'],
    [
      { list, privateCanary: { module: 'a.example/b', version: '1' } },
      'privateCanary.version',
    ],
    [{ list, interval: '1ms' }, 'interval must be a second or more'],
  ])('rejects %j', (moduleSources, words) => {
    expect(() => read(moduleSources)).toThrow(words);
  });

  it.each([
    { list: 'ftp://ci:s3cret@goproxy.example' },
    { list, access: [{ url: 'ftp://ci:s3cret@goproxy.example' }] },
    { list, checksumDatabase: 'https://ci:s3cret@sum.example' },
    { list, checksumDatabase: 'sum.example ftp://ci:s3cret@sum.example' },
  ])('keeps the password of %j to itself', moduleSources => {
    expect(() => read(moduleSources)).toThrow(/^(?!.*s3cret)/s);
  });
});
