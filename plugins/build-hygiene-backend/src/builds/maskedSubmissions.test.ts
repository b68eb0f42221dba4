/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  databaseIds,
  openStores,
  refOf,
  selected,
} from '../database/__testUtils__/stores';
import { submitBuildLog } from './submitBuildLog';

jest.setTimeout(120_000);

// Built at run time, so that no scanner takes this file for a leak.
const letters = 'Zq7Lw2Xk9Vb4Nm6Tj1Hg8Fd3Sa5Pr0Yc2Ux4Ei6O';
const hex = '7c1e9a4b3d5f80262b6d8fa1c3e5074992a4b6c8d0e1f2135768';
const capitals = 'QWERTY7UIOPASDF4';
const cut = (length: number) => letters.slice(0, length);

const planted = [
  `ghp_${cut(36)}`,
  `ghs_${cut(36)}`,
  `github_pat_${letters}`,
  `glpat-${cut(20)}`,
  `glrt-${cut(20)}`,
  `AKIA${capitals}`,
  `AWS_SECRET_ACCESS_KEY=${cut(40)}`,
  `https://b.example/x?X-Amz-Signature=${hex}`,
  `AIza${cut(35)}`,
  `ya29.${letters}`,
  `https://s.example/c?sv=2024&sig=${letters}`,
  `AccountName=shop;AccountKey=${letters}==`,
  `xoxb-123456789012-${cut(24)}`,
  `https://hooks.slack.com/services/T01/B01/${cut(24)}`,
  `sk_${'live'}_${cut(24)}`,
  `whsec_${letters}`,
  `npm_${cut(36)}`,
  `//npm.corp.example/:_authToken=${letters}`,
  `pypi-AgEIcHlwaS5vcmc${letters}`,
  `dckr_pat_${cut(27)}`,
  `{"auths":{"r.example":{"auth":"${letters}"}}}`,
  `eyJ${cut(20)}.eyJ${letters}.${letters}`,
  `hvs.${letters}`,
  `https://bot:${letters}@git.example/x.git`,
  `postgres://shop:${letters}@db:5432/shop`,
  `GOPROXY=https://u:${letters}@p.example,direct`,
  `machine git.example login me password ${letters}`,
  `Authorization: Bearer ${letters}`,
  `Authorization: Basic ${letters}==`,
  `DB_PASSWORD=${cut(8)}`,
  `--build-arg DEPLOY_TOKEN=${letters}`,
  `curl -u me:${letters} https://x.example`,
  `docker login -u me -p ${letters} r.example`,
  `SIGNING=${letters}`,
  `dop_v1_${hex}`,
  `-----BEGIN RSA ${'PRIVATE'} KEY----- ${letters} -----END RSA ${'PRIVATE'} KEY-----`,
];

function pieces(secret: string): string[] {
  return Array.from({ length: secret.length - 7 }, (_, start) =>
    secret.slice(start, start + 8),
  );
}
const telling = [letters, hex, capitals].flatMap(pieces);

/** A failed build with the secret wherever a log can have it. */
function failedLog(secret: string): string {
  return `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#2 [build 1/2] FROM docker.io/library/golang:1.27
#2 DONE 0.1s
#3 [build 2/2] RUN ${secret} go build
#3 0.5 ${secret}
#3 0.6 fatal: unable to access '${secret}': Could not resolve host: git.example
#3 ERROR: process "/bin/sh -c ${secret} go build" did not complete successfully: exit code: 1
------
 > [build 2/2] RUN ${secret} go build:
0.5 ${secret}
------
ERROR: failed to solve: process "/bin/sh -c ${secret} go build" did not complete successfully: exit code: 1
`;
}

/** Logs with a step for each secret, by the builder that wrote them. */
const longLogs: Record<string, string> = {
  plain: planted
    .map(
      (secret, index) =>
        `#${index + 1} [build ${index + 1}/${
          planted.length
        }] RUN ${secret} go build\n#${index + 1} 0.1 ${secret}\n#${
          index + 1
        } DONE 0.1s\n`,
    )
    .join(''),
  rawjson: planted
    .map((secret, index) =>
      JSON.stringify({
        vertexes: [
          {
            digest: `sha256:${index.toString(16).padStart(64, '0')}`,
            name: `[build ${index + 1}/${
              planted.length
            }] RUN ${secret} go build`,
            started: '2026-11-20T10:00:00Z',
            completed: '2026-11-20T10:00:01Z',
          },
        ],
      }),
    )
    .join('\n'),
  legacy: planted
    .map(
      (secret, index) =>
        `Step ${index + 1}/${
          planted.length
        } : RUN ${secret} go build\n ---> Running in 0123456789ab\n${secret}\n ---> 0123456789ab\n`,
    )
    .join(''),
  buildah: planted
    .map(
      (secret, index) =>
        `STEP ${index + 1}/${
          planted.length
        }: RUN ${secret} go build\n${secret}\n`,
    )
    .join(''),
  kaniko: `INFO[0000] Resolved base name golang:1.27 to build\n${planted
    .map(secret => `INFO[0001] RUN ${secret} go build\n${secret}\n`)
    .join('')}`,
};

/** What `docker buildx history inspect` prints, with the secret in each text. */
function failedInspection(secret: string): string {
  return JSON.stringify({
    Name: secret,
    Ref: 'qwertz',
    Dockerfile: secret,
    VCSRepository: `https://bot:${letters}@git.example/x.git`,
    Target: secret,
    Platform: [secret],
    Status: 'failed',
    NumCompletedSteps: 1,
    NumTotalSteps: 3,
    NumCachedSteps: 0,
    BuildArgs: [
      { Name: 'TOKEN', Value: letters },
      { Name: 'EXTRA', Value: secret },
    ],
    Error: {
      Message: `process "/bin/sh -c ${secret}" did not complete successfully: exit code: 1`,
      Name: `[build 2/2] RUN ${secret}`,
      Logs: [secret, `Could not resolve host: git.example ${secret}`],
    },
    Materials: [{ URI: `https://bot:${letters}@git.example/x.git` }],
  });
}

async function dumpTables(knex: Knex): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  const tables: { name: string }[] = isPostgres
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select('tablename as name')
    : await knex('sqlite_master').where('type', 'table').select('name');
  expect(tables.map(({ name }) => name)).toContain('builds');
  const rows = [];
  for (const { name } of tables) {
    rows.push(await knex(name));
  }
  return JSON.stringify(rows);
}

function expectNoSecret(where: string, text: string) {
  const found = telling.filter(piece => text.includes(piece));
  const at = found.length > 0 ? text.indexOf(found[0]) : -1;
  expect({
    where,
    found: at < 0 ? undefined : text.slice(Math.max(at - 80, 0), at + 40),
  }).toEqual({ where, found: undefined });
}

describe('secrets that CI jobs send', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  it.each(databases.eachSupportedId())(
    'are neither stored nor answered on %s',
    async id => {
      const { builds, services, knex } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const submit = async (
        log: string,
        rest: Partial<BuildSubmission> = {},
      ) => {
        const { build } = await submitBuildLog({
          store: builds,
          submission: { entityRef: refOf('a'), ...rest },
          log: Buffer.from(log),
        });
        return build;
      };
      for (const [builder, log] of Object.entries(longLogs)) {
        const build = await submit(log);
        expect(build.steps.length).toBeGreaterThanOrEqual(planted.length);
        expectNoSecret(builder, JSON.stringify(build));
      }
      for (const [index, secret] of planted.entries()) {
        const build = await submit(failedLog(secret), {
          runId: `${index} ${secret}`,
          commit: secret,
          branch: secret,
          provider: secret,
          image: `registry.example/shop ${secret}`,
          moduleFilesDigest: secret,
          runUrl: secret.startsWith('https:')
            ? secret
            : `https://ci.example/run?x=1&${encodeURI(secret)}`,
        });
        const inspected = await submit(failedInspection(secret));
        for (const { outcome, failure } of [build, inspected]) {
          expect(outcome).toBe('failure');
          expect(failure?.kind).toBe('network');
        }
        expectNoSecret(secret, JSON.stringify([build, inspected]));
      }
      const { items } = await builds.list({ entityRef: refOf('a') });
      expectNoSecret('list', JSON.stringify(items));
      expectNoSecret(
        'service',
        JSON.stringify(await services.getService(refOf('a'))),
      );
      expectNoSecret(
        'measured',
        JSON.stringify(await builds.measuredBuildsOf(refOf('a'))) ?? '',
      );
      expectNoSecret('tables', await dumpTables(knex));
    },
  );
});
