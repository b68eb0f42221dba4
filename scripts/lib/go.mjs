/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './console.mjs';
import { repositoryRoot, run, versionOf } from './processes.mjs';

// What the examples and the template's output ask for.
const wantedMinor = 27;
const root = join(repositoryRoot, '.cache', 'go');
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const mirror = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian';

/**
 * The variables with which tests find a Go that can compile the examples, and
 * the modules that these require. `undefined` where there is no Go and it
 * cannot be brought without installing it.
 *
 * CI on Debian gets both from Debian's packages, unpacked below `.cache`, so
 * that it needs neither an installed Go nor a public module proxy.
 */
export async function provideGo() {
  const found = [process.env.BUILD_HYGIENE_GO, 'go', unpackedGo()].find(
    program => program && isNewEnough(program),
  );
  const go = found ?? (mayUnpack() ? await unpackGo() : undefined);
  if (!go) {
    return undefined;
  }
  const modules = canGetModules(go) ? undefined : await packModules(go);
  return {
    BUILD_HYGIENE_GO: go,
    ...(modules && { GOPROXY: `file://${modules}` }),
  };
}

function unpackedGo() {
  return join(root, `usr/lib/go-1.${wantedMinor}/bin/go`);
}

function isNewEnough(program) {
  const { status, stdout } = spawnSync(program, ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  const minor = /^go1\.(\d+)/.exec(stdout ?? '')?.[1];
  return status === 0 && Number(minor) >= wantedMinor;
}

// Half a gigabyte is nothing to bring unasked to a developer's machine.
function mayUnpack() {
  return (
    Boolean(process.env.CI) &&
    existsSync(keyring) &&
    Boolean(versionOf('apt-get')) &&
    Boolean(versionOf('dpkg'))
  );
}

/** Unpacks Debian's Go; installs nothing. */
async function unpackGo() {
  say(`unpacking Go 1.${wantedMinor} from Debian's packages into .cache/go`);
  // Lists, caches and state of its own: the machine's stay as they are.
  const packages = join(root, 'packages');
  for (const path of ['lists/partial', 'cache/archives/partial', 'none']) {
    mkdirSync(join(root, 'apt', path), { recursive: true });
  }
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(root, 'apt/status'), '');
  writeFileSync(
    join(root, 'apt/sources.list'),
    ['trixie', 'trixie-backports']
      .map(suite => `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`)
      .join(''),
  );
  const apart = Object.entries({
    'Dir::State::lists': join(root, 'apt/lists'),
    'Dir::State::status': join(root, 'apt/status'),
    'Dir::Cache': join(root, 'apt/cache'),
    'Dir::Etc::sourcelist': join(root, 'apt/sources.list'),
    'Dir::Etc::sourceparts': join(root, 'apt/none'),
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const names = ['go', 'src'].map(
    part => `golang-1.${wantedMinor}-${part}/trixie-backports`,
  );
  if (
    (await run('apt-get', [...apart, 'update', '-qq'])) !== 0 ||
    (await run('apt-get', [...apart, 'download', '-qq', ...names], {
      cwd: packages,
    })) !== 0
  ) {
    return undefined;
  }
  for (const name of readdirSync(packages)) {
    if ((await run('dpkg', ['-x', join(packages, name), root])) !== 0) {
      return undefined;
    }
  }
  return isNewEnough(unpackedGo()) ? unpackedGo() : undefined;
}

/** Whether the modules of the examples are in Go's cache or can be fetched. */
function canGetModules(go) {
  return ['exemplary', 'naive', 'go-version-drift', 'ci-cached'].every(
    example =>
      spawnSync(go, ['mod', 'download'], {
        cwd: join(repositoryRoot, 'examples', example),
        env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' },
        timeout: 60_000,
      }).status === 0,
  );
}

/** A module proxy's folder, made of the sources that Debian keeps. */
async function packModules(go) {
  if (!mayUnpack()) {
    return undefined;
  }
  say("no module proxy answers: packing modules from Debian's sources");
  const { stdout } = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8' });
  const status = await run(
    'bash',
    [join(repositoryRoot, 'bench/buildkit/modules.sh'), root],
    { env: { GOROOT: stdout.trim() } },
  );
  return status === 0 ? join(root, 'modules') : undefined;
}
