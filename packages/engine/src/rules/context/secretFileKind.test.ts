/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../../snapshot';
import { secretFileKind } from './secretFileKind';

function kindOf(path: string, text = ''): string | undefined {
  const snapshot = createSnapshot({ files: [[path, text]] });
  return secretFileKind(snapshot.tree[0], snapshot);
}

describe('secretFileKind', () => {
  it.each([
    '.env',
    'api/.env.local',
    '.env.production',
    '.env.prod.local',
    'id_ed25519',
    'deploy/id_rsa',
    'certs/server.key',
    'certs/tls-key.pem',
    'certs/privkey.pem',
    'signing.p12',
    'android/release.keystore',
    '.netrc',
    '.git-credentials',
    '.aws/credentials',
    '.kube/config',
    'kubeconfig',
    'kubeconfig.yaml',
    'stage.kubeconfig',
    'infra/terraform.tfstate',
    'infra/terraform.tfstate.backup',
    'service-account.json',
    'gcp_key.json',
    'application_default_credentials.json',
    '.docker/config.json',
  ])('takes %s for a secret', path => {
    expect(kindOf(path)).toEqual(expect.any(String));
  });

  it.each([
    '.env.example',
    '.env.sample',
    '.env.dist',
    '.env.development',
    '.env.test',
    '.envrc',
    'env',
    'id_rsa.pub',
    'jwt-public.key',
    'static/com.example.public-key.pem',
    'server.key.example',
    'ca.pem',
    'certs/server.crt',
    'keyboard.go',
    'key.go',
    '.ssh/known_hosts',
    '.ssh/config',
    'testdata/server.key',
    'config/test_resources/rsa.key',
    'test-certs/server.key',
    'sampleconfig/keystore/key.pem',
    'scripts/upgrade-test/.env',
    'internal/tls/testdata/key.pem',
    'test/.env',
    'examples/compose/.env',
    'vendor/example.com/lib/server.key',
    'node_modules/lib/test.pem',
    'config.json',
    'kubeconfig.tmpl',
    'docs/kubeconfig.yaml',
    '.npmrc',
    'main.tf',
  ])('leaves %s alone', path => {
    expect(kindOf(path)).toBeUndefined();
  });

  it.each([
    ['PORT=8080\nLOG_LEVEL=debug\n', false],
    ['DB_PASSWORD=\n', false],
    ['DB_PASSWORD=${DB_PASSWORD}\n', false],
    ['DB_PASSWORD=changeme\n', false],
    ['# DB_PASSWORD=correct-horse-7\n', false],
    ['DB_PASSWORD=correct-horse-7\n', true],
    ['export DB_PASSWORD="correct-horse-7"\r\n', true],
    [`URL=x\nANYTHING=ghp_${'a1B2'.repeat(9)}\n`, true],
  ])('reads an environment file: %j', (text, expected) => {
    expect(kindOf('.env', text) !== undefined).toBe(expected);
  });

  it.each([
    ['web/.env.production', undefined],
    ['web/.env.local', expect.any(String)],
    ['.env.production', expect.any(String)],
  ])('knows the settings of web pages: %s', (path, expected) => {
    const snapshot = createSnapshot({
      files: [
        [path, ''],
        ['web/vite.config.ts', ''],
      ],
    });
    const entry = snapshot.tree.find(file => file.path === path);
    expect(entry && secretFileKind(entry, snapshot)).toEqual(expected);
  });

  it.each([
    ['web/public/index.html', undefined],
    ['web/src/index.html', expect.any(String)],
  ])('knows a web page without a build file: %s', (page, expected) => {
    const snapshot = createSnapshot({
      files: [
        ['web/.env', ''],
        ['web/package.json', '{}'],
        [page, ''],
      ],
    });
    const entry = snapshot.tree.find(file => file.path === 'web/.env');
    expect(entry && secretFileKind(entry, snapshot)).toEqual(expected);
  });

  it.each([
    ['pkg/client/kubeconfig', undefined],
    ['pkg/client/server.key', undefined],
    ['pkg/client/.env', expect.any(String)],
    ['pkg/server.key', expect.any(String)],
  ])('takes what lies beside Go tests for test data: %s', (path, expected) => {
    const snapshot = createSnapshot({
      files: [
        [path, ''],
        ['pkg/client/client_test.go', ''],
      ],
    });
    const entry = snapshot.tree.find(file => file.path === path);
    expect(entry && secretFileKind(entry, snapshot)).toEqual(expected);
  });

  it.each([
    ['registry=https://npm.example.com/\n', false],
    ['//npm.example.com/:_authToken=${NPM_TOKEN}\n', false],
    ['//npm.example.com/:_authToken=0b1c2d3e-4f50-6172\n', true],
  ])('reads an .npmrc: %j', (text, expected) => {
    expect(kindOf('.npmrc', text) !== undefined).toBe(expected);
  });

  it('reads a key file where its text is known', () => {
    const key = ['-----BEGIN EC ', 'PRIVATE KEY-----\nMHc\n'].join('');
    expect(kindOf('a.key', key)).toBe('a private key');
    expect(kindOf('a.key', 'C major\n')).toBeUndefined();
  });
});
