/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Reads the answers of the sources of dated facts. What does not look as it
// should throws, with the name of the source.

/** Where each answer comes from. */
export const factSources = {
  'go-downloads.json': 'https://go.dev/dl/?mode=json&include=all',
  'go-releases.html': 'https://go.dev/doc/devel/release',
  'golang-images.txt':
    'https://raw.githubusercontent.com/docker-library/official-images/master/library/golang',
  'alpine.json': 'https://alpinelinux.org/releases.json',
  'debian.csv': 'https://debian.pages.debian.net/distro-info-data/debian.csv',
  'ubuntu.csv': 'https://debian.pages.debian.net/distro-info-data/ubuntu.csv',
  'distroless-policy.md':
    'https://raw.githubusercontent.com/GoogleContainerTools/distroless/main/SUPPORT_POLICY.md',
  'distroless-images.md':
    'https://raw.githubusercontent.com/GoogleContainerTools/distroless/main/README.md',
};

/** The oldest lines that are kept. */
const firstGoMinor = 13;
const firstDebian = 7;
const firstUbuntu = 14;

/** Orders `1.9`, `1.10` and `1.10.2` by number. */
export function compareVersions(left, right) {
  const [a, b] = [left, right].map(text => text.split('.').map(Number));
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/**
 * The release lines of Go: dates and security fixes from the release history,
 * which the list of downloads has to agree with.
 */
export function readGoLines(history, downloads) {
  const releases = new Map();
  const entries = [
    ...history.matchAll(
      /\bgo(1\.\d+(?:\.\d+)?)\s+\(released\s+(\d{4}-\d\d-\d\d)\)/g,
    ),
  ];
  for (const [index, entry] of entries.entries()) {
    const [, written, date] = entry;
    const version = /\.\d+\./.test(written) ? written : `${written}.0`;
    const text = history.slice(entry.index, entries[index + 1]?.index);
    releases.set(version, {
      date: toDate(date, 'the Go release history'),
      security: /\bsecurity\s+fix/.test(text),
    });
  }
  const downloadable = JSON.parse(downloads)
    .filter(({ stable }) => stable)
    .map(({ version }) => String(version).replace(/^go/, ''))
    .map(version => (/\.\d+\./.test(version) ? version : `${version}.0`))
    .filter(version => /^1\.\d+\.\d+$/.test(version));
  demand(downloadable.length > 0, 'the Go downloads', 'no release is listed');
  const lines = new Map();
  for (const version of [...releases.keys()].sort(compareVersions)) {
    const [, minor, patch] = version.split('.').map(Number);
    const line = `1.${minor}`;
    if (minor < firstGoMinor) {
      continue;
    }
    const { date, security } = releases.get(version);
    if (patch === 0) {
      lines.set(line, {
        line,
        released: date,
        newest: version,
        securityFixes: [],
      });
    }
    const known = lines.get(line);
    demand(known, 'the Go release history', `${line} has no first release`);
    known.newest = version;
    if (security && patch > 0) {
      known.securityFixes.push(version);
    }
  }
  for (const version of downloadable) {
    const line = version.replace(/\.\d+$/, '');
    const known = lines.get(line);
    demand(
      Number(line.split('.')[1]) < firstGoMinor ||
        (known && compareVersions(known.newest, version) >= 0),
      'the Go release history',
      `${version} can be downloaded and is not in it yet`,
    );
  }
  return [...lines.values()].map(({ line, released, ...rest }) => {
    const second = lines.get(`1.${Number(line.split('.')[1]) + 2}`);
    return {
      line,
      released,
      ...(second && { endOfSupport: second.released }),
      ...rest,
    };
  });
}

/** The tags of the official Go image: what is built now, on top of what was. */
export function readGolangImages(library, known) {
  const lines = new Map(
    known.map(({ line, distribution, variants }) => [
      line,
      { line, distribution, variants: { ...variants } },
    ]),
  );
  let found = 0;
  for (const block of library.split(/\n\s*\n/)) {
    const tags = listOf(block, 'Tags');
    for (const tag of tags) {
      const [, version, line, suffix] =
        /^((1\.\d+)\.\d+)-((?:alpine|[a-z]+$)[\d.]*)$/.exec(tag) ?? [];
      if (version === undefined || /^(?:windows|nano)/.test(suffix)) {
        continue;
      }
      found++;
      const entry = lines.get(line) ?? { line, variants: {} };
      lines.set(line, entry);
      const before = entry.variants[suffix];
      if (!before || compareVersions(before, version) < 0) {
        entry.variants[suffix] = version;
      }
      if (
        /^[a-z]+$/.test(suffix) &&
        listOf(block, 'SharedTags').includes(line)
      ) {
        entry.distribution = suffix;
      }
    }
  }
  demand(found > 0, 'the tags of the Go image', 'no release has a tag');
  return [...lines.values()]
    .sort((left, right) => compareVersions(left.line, right.line))
    .map(({ line, distribution, variants }) => ({
      line,
      ...(distribution && { distribution }),
      variants: Object.fromEntries(
        Object.entries(variants).sort(([left], [right]) =>
          left < right ? -1 : 1,
        ),
      ),
    }));
}

function listOf(block, name) {
  const text = new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return text.split(',').map(tag => tag.trim());
}

export function readAlpine(answer) {
  const source = 'the Alpine releases';
  const branches = JSON.parse(answer).release_branches ?? [];
  const cycles = branches
    .filter(({ rel_branch: name }) => /^v3\.\d+$/.test(name))
    .map(({ rel_branch: name, branch_date: released, eol_date: end }) => ({
      version: name.slice(1),
      released: toDate(released, source),
      endOfSupport: toDate(end, source),
    }));
  demand(cycles.length > 0, source, 'no branch is listed');
  return cycles.sort((left, right) =>
    compareVersions(left.version, right.version),
  );
}

/** Support ends with that of the LTS team, where its day is known. */
export function readDebian(answer) {
  return readDistribution(answer, {
    source: 'the Debian releases',
    first: firstDebian,
    end: row => row['eol-lts'] || row.eol,
  });
}

/** Standard support. */
export function readUbuntu(answer) {
  return readDistribution(answer, {
    source: 'the Ubuntu releases',
    first: firstUbuntu,
    end: row => row['eol-server'] || row.eol,
  });
}

function readDistribution(answer, { source, first, end }) {
  const [head = '', ...rows] = answer.trim().split(/\r?\n/);
  const names = head.split(',');
  for (const name of ['version', 'series', 'release', 'eol']) {
    demand(names.includes(name), source, `there is no column ${name}`);
  }
  const cycles = rows
    .map(row =>
      Object.fromEntries(
        row.split(',').map((value, index) => [names[index], value.trim()]),
      ),
    )
    .map(row => ({ ...row, version: row.version.replace(/ LTS$/, '') }))
    .filter(
      ({ version, release }) => Number.parseFloat(version) >= first && release,
    )
    .map(row => ({
      version: row.version,
      name: row.series,
      released: toDate(row.release, source),
      endOfSupport: toDate(end(row), source),
    }));
  demand(cycles.length > 0, source, 'no release is listed');
  return cycles.sort((left, right) =>
    compareVersions(left.version, right.version),
  );
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A month ends with its last day; what hangs on another release is open. */
export function readDistroless(policy, readme, known) {
  const source = 'the distroless support policy';
  const rows = policy
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  const head = rows.find(([name]) => name === 'Image');
  demand(head, source, 'there is no table of images');
  const cycles = new Map(known.map(cycle => [cycle.debian, cycle]));
  for (const [column, title] of head.entries()) {
    const debian = /^Debian (\d+) EOL$/.exec(title)?.[1];
    if (debian === undefined) {
      continue;
    }
    const endOfSupport = {};
    for (const row of rows) {
      const [, name, year] =
        /^([A-Z][a-z]+)\.? (\d{4})$/.exec(row[column]) ?? [];
      const month = months.indexOf(name?.slice(0, 3).toLowerCase());
      if (month >= 0) {
        const day = new Date(Date.UTC(Number(year), month + 1, 0));
        const image = row[0].replace(/\\?\*/g, '');
        endOfSupport[image] = day.toISOString().slice(0, 10);
      }
    }
    cycles.set(debian, { debian, endOfSupport });
  }
  const images = [
    ...readme.matchAll(/gcr\.io\/distroless\/([a-z0-9-]+?)-debian(\d+)/g),
  ].map(([, image, debian]) => ({ image, debian }));
  const newest = images
    .map(({ debian }) => debian)
    .sort(compareVersions)
    .pop();
  demand(newest, 'the distroless images', 'none is listed');
  return {
    current: {
      debian: newest,
      images: [
        ...new Set(
          images
            .filter(({ debian }) => debian === newest)
            .map(({ image }) => image),
        ),
      ],
    },
    cycles: [...cycles.values()].sort((left, right) =>
      compareVersions(left.debian, right.debian),
    ),
  };
}

function toDate(text, source) {
  const day = String(text ?? '').slice(0, 10);
  demand(
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)),
    source,
    `${JSON.stringify(text)} is no day`,
  );
  return day;
}

function demand(condition, source, problem) {
  if (!condition) {
    throw new Error(`${source}: ${problem}`);
  }
}
