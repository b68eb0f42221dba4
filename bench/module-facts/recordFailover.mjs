/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Lets the go command download a module through lists of two sources of which
// each fails in each way, and records what becomes of it, as cases for the
// engine's simulation of such lists.
//
//   node bench/module-facts/recordFailover.mjs packages/engine/src/sources/golden/failover.json

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from './zipOf.mjs';

const module = 'example.com/lib';
const version = 'v1.0.0';
const goMod = `module ${module}\n`;
const base = `/${module}/@v/${version}`;
const bodies = {
  [`/${module}/@v/list`]: `${version}\n`,
  [`${base}.info`]: JSON.stringify({ Version: version }),
  [`${base}.mod`]: goMod,
  [`${base}.zip`]: zipOf([[`${module}@${version}/go.mod`, goMod]]),
};

/** A download that is quiet for so long waits for a source. */
const patienceMilliseconds = 8_000;

const faults = [
  200,
  404,
  410,
  401,
  403,
  500,
  503,
  'garbage',
  'break',
  'silence',
];
const lists = ['A', 'A,B', 'A|B', 'A,off', 'A|off'];

async function serve(fault) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const body = bodies[decodeURIComponent(request.url)];
    switch (fault) {
      case 200:
        response.writeHead(body === undefined ? 404 : 200).end(body);
        break;
      case 'garbage':
        response.end('<html>Please log in</html>');
        break;
      case 'break':
        request.socket.destroy();
        break;
      case 'silence':
        break;
      default:
        response.writeHead(fault).end('no');
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, asked, url: `http://127.0.0.1:${server.address().port}` };
}

/** Whether the download succeeds, fails, or still waits. */
function download(folder, goproxy) {
  return new Promise(resolve => {
    const main = join(folder, 'main');
    mkdirSync(main, { recursive: true });
    writeFileSync(
      join(main, 'go.mod'),
      `module example.com/main\n\ngo 1.20\n\nrequire ${module} ${version}\n`,
    );
    const child = spawn('go', ['mod', 'download', '-x', module], {
      cwd: main,
      env: {
        ...process.env,
        GOPROXY: goproxy,
        GOSUMDB: 'off',
        GOFLAGS: '-mod=mod',
        GOTOOLCHAIN: 'local',
        GOMODCACHE: join(folder, 'cache'),
      },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('waits');
    }, patienceMilliseconds);
    child.on('exit', status => {
      clearTimeout(timer);
      resolve(status === 0 ? 'succeeds' : 'fails');
    });
  });
}

async function record(list, first, second) {
  const folder = mkdtempSync(join(tmpdir(), 'failover-'));
  const sources = [await serve(first), await serve(second)];
  try {
    const [a, b] = sources;
    const goproxy = list.replace('A', a.url).replace('B', b.url);
    const ends = await download(folder, goproxy);
    const asked = ['A', 'B'].filter((_, at) => sources[at].asked.length > 0);
    return { list, answers: [first, second], ends, asked };
  } finally {
    for (const { server } of sources) {
      server.closeAllConnections();
      server.close();
    }
    execFileSync('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true });
  }
}

const target = process.argv[2];
if (!target) {
  throw new Error('usage: node recordFailover.mjs FILE');
}
const jobs = lists.flatMap(list =>
  faults.flatMap(first =>
    (list.includes('B') ? [200, 404, 500, 'silence'] : [200]).map(second => [
      list,
      first,
      second,
    ]),
  ),
);
const cases = [];
for (let at = 0; at < jobs.length; at += 8) {
  cases.push(
    ...(await Promise.all(jobs.slice(at, at + 8).map(job => record(...job)))),
  );
}
const recordedWith = execFileSync('go', ['version'], { encoding: 'utf8' })
  .trim()
  .split(' ')[2];
writeFileSync(target, `${JSON.stringify({ recordedWith, cases }, null, 2)}\n`);
