/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { maskSecrets } from './maskSecrets';

// Built at run time, so that no scanner takes this file for a leak.
const letters = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF3hJ6lM9n';
const long = `${letters}X2cV5bN8`;
const hex = '3f9a1c7e5b2d8046af13c9e7250b8d64f1a2b3c4d5e6f708192a3b4c5d6e7f80';
const digits = '839201746502';
const privateKeyHead = Buffer.from(
  ['-----BEGIN RSA', 'PRIVATE KEY-----\n'].join(' '),
).toString('base64');

describe('maskSecrets', () => {
  it.each([
    ['GitHub token', `token is ghp_${letters} here`],
    ['GitHub fine-grained token', `github_pat_${letters}`],
    ['GitLab token', `glpat-${letters.slice(0, 20)}`],
    ['AWS key id', `AKIA${'ABCDEFGHIJKLMNOP'}`],
    ['Google key', `AIza${letters.slice(0, 35)}`],
    ['Slack token', `xoxb-123456789012-${letters.slice(0, 20)}`],
    ['npm token', `npm_${letters.slice(0, 36)}`],
    ['PyPI token', `pypi-AgEIcHlwaS5vcmc${letters}`],
    ['JWT', `eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0${letters}.${letters}`],
    ['bearer header', `Authorization: Bearer ${letters}`],
    ['basic header', `AUTHORIZATION: basic ${letters}==`],
    ['bearer alone', `sent bearer ${letters}`],
    ['netrc', `machine example.com login me password ${letters}`],
    ['netrc in lines', `login me\n  password ${letters}\n`],
    ['URL user information', `https://me:${letters}@example.com/x`],
    ['URL with a token only', `https://${letters}@example.com/x.git`],
    ['URL password with @', `https://me:p@${letters}@example.com/x`],
    ['URL query', `https://example.com/?token=${letters}&x=1`],
    ['variable', `NPM_TOKEN=${letters}`],
    ['build argument', `--build-arg=DB_PASSWORD=${letters}`],
    ['quoted variable', `DB_PASSWORD="two words ${letters}"`],
    ['YAML', `password: ${letters}`],
    ['JSON', `{"client_secret": "${letters}"}`],
    ['Docker auth', `{"auths":{"r":{"auth":"${letters}"}}}`],
    ['camel case', `authToken=${letters}`],
    ['random key', `key=${letters}`],
    ['option', `curl --password ${letters}`],
    ['ENV instruction', `ENV API_TOKEN ${letters}`],
    [
      'PEM block',
      `-----BEGIN RSA PRIVATE KEY-----\n${letters}\n-----END RSA PRIVATE KEY-----`,
    ],
    ['cut PEM block', `-----BEGIN PRIVATE KEY-----\n${letters}`],
    ['GitHub app token', `ghs_${letters}`],
    ['GitLab runner token', `glrt-${letters.slice(0, 20)}`],
    ['GitLab session', `_gitlab_session=${hex.slice(0, 32)}`],
    ['AWS secret', `aws_secret_access_key = ${letters}`],
    ['AWS signed URL', `https://b.example/x?X-Amz-Signature=${hex}&y=1`],
    ['Google signed URL', `https://b.example/x?y=1&X-Goog-Signature=${hex}`],
    ['Google OAuth token', `ya29.${letters}`],
    ['Azure storage key', `AccountName=shop;AccountKey=${letters}==;X=y`],
    ['Azure signed URL', `https://s.example/c?sv=2024&sig=${letters}%3D`],
    ['Azure client secret', `set aB3${'8Q~'}${letters.slice(0, 34)}`],
    ['Azure DevOps token', `AZURE_DEVOPS_EXT_PAT=${long.toLowerCase()}`],
    ['Slack hook', `https://hooks.slack.com/services/T01/B01/${letters}`],
    ['Discord hook', `https://discord.com/api/webhooks/1/${letters}`],
    ['Stripe key', `sk_${'live'}_${letters.slice(0, 24)}`],
    ['Stripe hook secret', `whsec_${letters}`],
    ['.npmrc', `//npm.corp.example/:_authToken=${letters}`],
    ['.npmrc password', `//npm.example/:_password="${letters}"`],
    ['RubyGems key', `rubygems_${hex.slice(0, 48)}`],
    ['NuGet key', `oy2${long.toLowerCase().slice(0, 43)}`],
    ['crates.io token', `cio${letters.slice(0, 32)}`],
    ['Artifactory key', `AKCp${long}${letters}`],
    ['Docker Hub token', `dckr_pat_${letters.slice(0, 27)}`],
    ['Vault token', `hvs.${letters}`],
    ['DigitalOcean token', `dop_v1_${hex}`],
    ['Databricks token', `dapi${hex.slice(0, 32)}`],
    ['Grafana token', `glsa_${letters}_${hex.slice(0, 8)}`],
    ['Heroku token', `HRKU-AA${letters}`],
    ['Terraform token', `${letters.slice(0, 14)}.atlasv1.${long}`],
    ['Atlassian token', `ATATT3${letters}`],
    ['Sonar token', `sqp_${hex.slice(0, 40)}`],
    ['Twilio key', `SK${hex.slice(0, 32)}`],
    ['Telegram token', `${digits.slice(0, 9)}:AA${letters.slice(0, 33)}`],
    ['Shopify token', `shpat_${hex.slice(0, 32)}`],
    ['Pulumi token', `pul-${hex.slice(0, 40)}`],
    ['Tailscale key', `tskey-auth-${letters.slice(0, 12)}-${letters}`],
    ['password hash', `admin:$2y$05$${long}`],
    ['database URL', `postgres://shop:${letters}@db:5432/shop`],
    ['URL of a cache', `redis://:${letters}@cache:6379`],
    ['proxy list', `GOPROXY=https://u:${letters}@p.example,direct`],
    ['connection string', `Server=db;User Id=sa;Password=${letters};X=y`],
    ['YAML word', `  db_password: ${letters.replace(/\d/g, 'x')}`],
    ['kubeconfig', `client-key-data: ${long}`],
    ['private key in base64', `x ${privateKeyHead}${letters}`],
    ['cookie', `Set-Cookie: id=${letters}; Path=/`],
    [
      'header of an API',
      `curl -H "PRIVATE-TOKEN: ${letters}" https://g.example`,
    ],
    ['password of curl', `curl -sS -u me:${letters} https://x.example`],
    ['password of a registry', `docker login -u me -p ${letters} r.example`],
    ['password of ssh', `sshpass -p ${letters} ssh x`],
    ['password of MySQL', `mysql -uroot -p${letters} shop`],
    ['build argument of a record', `"build-arg:DEPLOY_TOKEN": "${letters}"`],
    ['argument of a legacy step', `|1 TOKEN=${letters} /bin/sh -c go build`],
    ['key that no name tells', `ARG SIGNING=${letters}`],
  ])('masks a %s', (_, text) => {
    const masked = maskSecrets(text);
    expect(masked).toContain('***');
    for (const secret of [letters, letters.toLowerCase(), hex, digits]) {
      for (let start = 0; start + 12 <= secret.length; start++) {
        expect(masked).not.toContain(secret.slice(start, start + 12));
      }
    }
    expect(maskSecrets(masked)).toBe(masked);
  });

  it.each([
    'RUN --mount=type=secret,id=netrc,target=/root/.netrc go mod download',
    'docker build --secret id=token,src=token.txt .',
    'docker build --secret=id=token,env=TOKEN .',
    'KEY_FILE=/etc/ssl/server.key',
    'TOKEN_URL=https://example.com/token',
    'PASSWORD=$DB_PASSWORD',
    'PASSWORD=${DB_PASSWORD}',
    'key=linux-amd64-go',
    'cache-key: go-1.26',
    'PUBLIC_KEY=abc',
    '#10 ERROR: secret netrc: not found',
    'ERROR: token: not found',
    '[auth] library/golang:pull token for registry-1.docker.io',
    'git@github.com: Permission denied (publickey).',
    'ssh://git@github.com/example/app',
    'docker login --password-stdin',
    'basic authentication failed',
    'Support for password authentication was removed',
    "fatal: could not read Username for 'https://example.com'",
    'verifying github.com/x/y@v1.2.3: checksum mismatch',
    'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'sha256:5eef5ed34e1e1ff0a4ae850395cbf665c4de6b4b83a32a0bc7bcb998e24e7bbb',
    'ENV TOKEN_TTL 3600',
    'PASSWORD=',
    'USE_TOKEN=true',
    'CACHE_KEY=linux-amd64-go-1.27',
    `GIT_SHA=${hex.slice(0, 40)}`,
    `ARG BUILD_COMMIT=${hex.slice(0, 40)}`,
    `GOLANG_DOWNLOAD_SHA256=${hex}`,
    `echo "${hex}  go.tar.gz" | sha256sum -c -`,
    `SRI_HASH=${long}`,
    `BUILD_ID=${long}`,
    `github.com/x/y v1.2.3/go.mod h1:${long.slice(0, 43)}=`,
    `golang.org/x/text v0.0.0-20230101120000-${hex.slice(0, 12)}`,
    `sha512-${long}${letters.slice(0, 38)}==`,
    `FROM golang:1.27@sha256:${hex}`,
    `exporting manifest list sha256:${hex} 0.0s done`,
    `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letters} me@host`,
    `-----BEGIN CERTIFICATE-----\n${letters}\n-----END CERTIFICATE-----`,
    'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
    `-X main.commit=${hex.slice(0, 40)}`,
    `ETag: "${hex.slice(0, 32)}"`,
    `JAVA_HOME=/usr/lib/jvm/Java21OpenJdkHotspot/Contents/Home`,
    'docker run -u 1000:1000 -p 8080:80 shop/orders',
    'curl -u "$USER:$PASSWORD" https://x.example',
    'docker login -u me -p $PASSWORD',
    'docker login -u me -p "$PASSWORD" r.example',
    'mkdir -p /go/src && cp -p a b',
    'session=closed',
    'Cookie: none',
    'go: downloading github.com/aws/aws-sdk-go-v2/service/secretsmanager v1.35.4',
  ])('leaves %s', text => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('keeps what stands around a secret', () => {
    expect(maskSecrets('a TOKEN=abcdef1 b')).toBe('a TOKEN=*** b');
    expect(maskSecrets('https://u:p@h/x')).toBe('https://***@h/x');
    expect(maskSecrets(`{"password": "x1", "y": 2}`)).toBe(
      `{"password": "***", "y": 2}`,
    );
  });

  it('does not show the length', () => {
    expect(maskSecrets('PASSWORD=a1')).toBe(
      maskSecrets(`PASSWORD=${letters}${letters}`),
    );
  });

  const fragment = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'password',
      'TOKEN',
      'key',
      '=',
      ':',
      ': ',
      '"',
      "'",
      '\\"',
      ' ',
      '\n',
      '://',
      '@',
      '***',
      'Bearer ',
      'Authorization: ',
      'machine x login y password ',
      '--token ',
      'ENV ',
      `ghp_${letters}`,
      letters,
      '-----BEGIN PRIVATE KEY-----',
      '-----END PRIVATE KEY-----',
    ),
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), fragments => {
        const masked = maskSecrets(fragments.join(''));
        expect(maskSecrets(masked)).toBe(masked);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ...['a', 'A_', 'password', '-----BEGIN PRIVATE KEY-----', '://', 'eyJ'],
    ...['curl -u ', 'docker login -p', 'mysql ', 'Cookie: a=', 'A=a '],
    ...['1:AA', 'password: a\n', '-', 'aaa8Q~', 'AB_C=', 'key=', 'auth=a'],
    ...['TOKEN=$', 'token: a ', 'token:a:', 'secret=id=', 'key: "'],
  ])('ends on a long run of %s', unit => {
    const text = unit.repeat(200_000 / unit.length);
    expect(typeof maskSecrets(text)).toBe('string');
  });
});
