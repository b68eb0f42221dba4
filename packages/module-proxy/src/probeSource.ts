/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CanaryAnswers,
  escapeModulePath,
  escapeModuleVersion,
  judgeSource,
  parseGoMod,
  parseGoSum,
  SourceAnswer,
  SourceCheck,
  SourceProbe,
  listedVersions,
  sourceName,
} from '@build-hygiene/engine';
import { goModHash } from './goModHash';
import { inspectConnection } from './inspectConnection';
import { cleanAccess, SourceAccess } from './SourceAccess';
import { SourceRequests } from './SourceRequests';

/**
 * A module version that a source is tried with.
 *
 * @public
 */
export interface ModuleCanary {
  /** Path of the module. */
  modulePath: string;
  /** A version of it. */
  version: string;
  /** The hash of its go.mod, as go.sum has it, where that is known. */
  goModHash?: string;
}

/**
 * How to look at a source.
 *
 * @public
 */
export interface ProbeSourceOptions {
  /** Whether it is a module proxy or a checksum database. */
  kind: SourceProbe['kind'];
  /** A public module that it has to serve. */
  canary: ModuleCanary;
  /** A private module that it has to serve. */
  privateCanary?: ModuleCanary;
  /** Path of a module that there is not. Default: one below `.invalid`. */
  missingModule?: string;
  /** The checksum database that it may pass on, such as `sum.golang.org`. */
  checksumDatabase?: string;
  /** Of one request. Default: 5 seconds. */
  timeoutMilliseconds?: number;
}

/** The source as `.invalid` has it: nobody can register the name. */
const defaultMissingModule = 'build-hygiene.invalid/does-not-exist';

const maximumBytes = 1024 * 1024;

/**
 * Looks at a source as the go command would: name, connection, certificate,
 * what it serves for a known module, for one that there is not, and the
 * checksum database. Never throws for what the source does.
 *
 * @public
 */
export async function probeSource(
  access: SourceAccess,
  options: ProbeSourceOptions,
): Promise<SourceProbe> {
  const at = new Date().toISOString();
  const source = sourceName(access.url);
  const { kind, timeoutMilliseconds = 5_000 } = options;
  const clean = cleanAccess(access);
  if (!clean) {
    const checks: SourceCheck[] = [
      {
        name: 'connection',
        state: 'skipped',
        message: 'Only sources with http: or https: are looked at.',
      },
    ];
    return { source, kind, at, state: 'degraded', answers: {}, checks };
  }
  const { checks, certificateExpiresAt } = await inspectConnection(clean, {
    timeoutMilliseconds,
  });
  const probe = new SourceRequests(clean, {
    timeoutMilliseconds,
    maximumBytes,
  });
  let answers: CanaryAnswers = {};
  if (checks.some(({ state }) => state === 'fail')) {
    answers = kind === 'proxy' ? failedAnswers(options) : {};
  } else {
    answers =
      kind === 'proxy'
        ? await tryProxy(probe, options)
        : await tryDatabase(probe, options);
    probe.checkClock();
  }
  const all = [...checks, ...probe.checks];
  const milliseconds = probe.medianMilliseconds();
  return {
    source,
    kind,
    at,
    state: judgeSource(all, kind),
    ...(milliseconds !== undefined && { milliseconds }),
    ...(certificateExpiresAt !== undefined && { certificateExpiresAt }),
    answers,
    checks: all,
  };
}

function failedAnswers({ privateCanary }: ProbeSourceOptions): CanaryAnswers {
  return {
    public: 'failed',
    missing: 'failed',
    ...(privateCanary && { private: 'failed' }),
  };
}

async function tryProxy(
  probe: SourceRequests,
  options: ProbeSourceOptions,
): Promise<CanaryAnswers> {
  const { canary, privateCanary, checksumDatabase } = options;
  const list = await probe.check('list', pathOf(canary, 'list'), response =>
    listedVersions(response.body).length > 0
      ? undefined
      : 'There is no version in its list.',
  );
  const info = await probe.check('info', pathOf(canary, 'info'), response =>
    isInfoOf(response.body, canary)
      ? undefined
      : `It says something else than ${canary.version}.`,
  );
  const mod = await probe.check('mod', pathOf(canary, 'mod'), response =>
    objectionToGoMod(response.body, canary),
  );
  const answers: CanaryAnswers = {
    public: worstOf([list, info, mod]),
    missing: await tryMissing(probe, options),
  };
  if (privateCanary) {
    answers.private = await probe.check(
      'private',
      pathOf(privateCanary, 'mod'),
      response => objectionToGoMod(response.body, privateCanary),
    );
  }
  if (checksumDatabase !== undefined) {
    await tryPassedChecksums(probe, checksumDatabase);
  }
  return answers;
}

/**
 * A module that there is not has to be 404 or 410: with anything else, the go
 * command does not come to the sources after a comma.
 */
async function tryMissing(
  probe: SourceRequests,
  { missingModule = defaultMissingModule }: ProbeSourceOptions,
): Promise<SourceAnswer> {
  const base = `/${escapeModulePath(missingModule) ?? missingModule}`;
  let outcome = await probe.request(`${base}/@v/list`);
  if (outcome.answer === 'served' && outcome.response?.body.trim() === '') {
    // An empty list is allowed; then the go command asks for the newest.
    outcome = await probe.request(`${base}/@latest`);
  }
  const { answer, response } = outcome;
  switch (answer) {
    case 'not-found':
      probe.add('missing', {
        state: 'pass',
        message: `Status ${response?.status}`,
        response,
      });
      return answer;
    case 'served':
      probe.add('missing', {
        state: 'fail',
        message: 'It answers with success for a module that there is not.',
        response,
      });
      return 'garbage';
    case 'garbage':
    case 'failed':
    case 'silent':
      probe.add('missing', {
        state: 'fail',
        message: `${outcome.message} The sources after a comma are not asked then.`,
        response,
      });
      return answer;
    default:
      throw new Error(`unexpected answer ${answer satisfies never}`);
  }
}

/** https://go.dev/ref/mod#checksum-database */
async function tryPassedChecksums(
  probe: SourceRequests,
  database: string,
): Promise<void> {
  const base = `/sumdb/${database}`;
  const supported = await probe.request(`${base}/supported`);
  if (supported.answer === 'not-found') {
    probe.add('checksums', {
      state: 'pass',
      message: `It does not pass ${database} on: builds ask it directly.`,
      response: supported.response,
    });
    return;
  }
  if (supported.answer !== 'served') {
    probe.add('checksums', {
      state: 'fail',
      message: `It says neither that it passes ${database} on nor that it does not. ${supported.message}`,
      response: supported.response,
    });
    return;
  }
  await probe.check('checksums', `${base}/latest`, ({ body }) =>
    isSignedTree(body) ? undefined : 'It serves no signed tree.',
  );
}

async function tryDatabase(
  probe: SourceRequests,
  { canary }: ProbeSourceOptions,
): Promise<CanaryAnswers> {
  const { modulePath, version } = canary;
  const name = `${escapeModulePath(modulePath)}@${escapeModuleVersion(
    version,
  )}`;
  const latest = await probe.request('/latest');
  if (
    latest.answer !== 'served' ||
    !isSignedTree(latest.response?.body ?? '')
  ) {
    probe.add('checksums', {
      state: 'fail',
      message:
        latest.answer === 'served'
          ? 'It serves no signed tree.'
          : latest.message,
      response: latest.response,
    });
    return {};
  }
  await probe.check('checksums', `/lookup/${name}`, ({ body }) => {
    const entry = parseGoSum(body, { path: 'lookup' }).entries.find(
      ({ goModOnly, ...line }) =>
        goModOnly && line.modulePath === modulePath && line.version === version,
    );
    if (!entry) {
      return `It has no checksum of ${modulePath} ${version}.`;
    }
    return canary.goModHash !== undefined && entry.hash !== canary.goModHash
      ? 'Its checksum is another than the configured one.'
      : undefined;
  });
  return {};
}

/** What a build that needs all of them comes to. */
function worstOf(answers: readonly SourceAnswer[]): SourceAnswer {
  const order: SourceAnswer[] = [
    'silent',
    'garbage',
    'failed',
    'not-found',
    'served',
  ];
  return order.find(answer => answers.includes(answer)) ?? 'served';
}

function pathOf(
  { modulePath, version }: ModuleCanary,
  what: 'list' | 'info' | 'mod',
): string {
  const base = `/${escapeModulePath(modulePath)}/@v`;
  return what === 'list'
    ? `${base}/list`
    : `${base}/${escapeModuleVersion(version)}.${what}`;
}

function isInfoOf(text: string, { version }: ModuleCanary): boolean {
  try {
    return JSON.parse(text)?.Version === version;
  } catch {
    return false;
  }
}

function objectionToGoMod(
  text: string,
  canary: ModuleCanary,
): string | undefined {
  const { module } = parseGoMod(text, { path: 'go.mod' });
  if (module?.modulePath !== canary.modulePath) {
    return 'It serves something else than the go.mod.';
  }
  return canary.goModHash !== undefined && goModHash(text) !== canary.goModHash
    ? 'The go.mod is another than the configured hash says.'
    : undefined;
}

/** A note that starts as the database's trees do; the signature is not checked. */
function isSignedTree(text: string): boolean {
  return /^go\.sum database tree\n\d+\n\S+\n(?:[^\n]*\n)*?\n— \S+ \S+/.test(
    text,
  );
}
