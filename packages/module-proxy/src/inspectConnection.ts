/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, Socket } from 'node:net';
import tls from 'node:tls';
import { SourceCheck } from '@build-hygiene/engine';
import { SourceAccess } from './SourceAccess';
import { asSourceError, certificateWords, SourceError } from './SourceError';

/** What opening a connection to a source shows. */
export interface ConnectionReport {
  checks: SourceCheck[];
  certificateExpiresAt?: string;
}

/** Fewer days than this are a warning: someone has to renew it. */
const daysToRenew = 14;

const day = 24 * 60 * 60 * 1000;

/** Resolves a source's name, connects, and looks at its certificate. */
export async function inspectConnection(
  { url, ca }: SourceAccess,
  { timeoutMilliseconds }: { timeoutMilliseconds: number },
): Promise<ConnectionReport> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'https:';
  const checks: SourceCheck[] = [];
  let addresses: LookupAddress[] | undefined;
  if (isIP(host) === 0) {
    const { value, check } = await timed('dns', () =>
      resolveName(host, timeoutMilliseconds),
    );
    checks.push(
      value ? { ...check, message: `${value.length} addresses` } : check,
    );
    if (!value) {
      return { checks };
    }
    addresses = value;
  } else {
    checks.push({
      name: 'dns',
      state: 'skipped',
      message: 'The source is given by its address.',
    });
  }
  const { value: socket, check } = await timed('connection', () =>
    connect(
      { host, addresses, port: Number(port) || (secure ? 443 : 80) },
      timeoutMilliseconds,
    ),
  );
  checks.push(check);
  if (!socket) {
    return { checks };
  }
  if (!secure) {
    socket.destroy();
    checks.push({
      name: 'certificate',
      state: 'warn',
      message:
        'The source is reached without TLS: anybody between can change what it sends.',
    });
    return { checks };
  }
  const { value: certificate, check: secured } = await timed(
    'certificate',
    () => readCertificate(socket, { host, ca, timeoutMilliseconds }),
  );
  socket.destroy();
  if (!certificate) {
    checks.push(secured);
    return { checks };
  }
  checks.push({ ...secured, ...judgeCertificate(certificate) });
  return {
    checks,
    ...(certificate.expiresAt && {
      certificateExpiresAt: certificate.expiresAt.toISOString(),
    }),
  };
}

interface Certificate {
  expiresAt?: Date;
  /** Why it is not to be trusted. */
  objection?: string;
}

function judgeCertificate({
  expiresAt,
  objection,
}: Certificate): Pick<SourceCheck, 'state' | 'message'> {
  if (objection !== undefined) {
    return { state: 'fail', message: objection };
  }
  if (!expiresAt) {
    return { state: 'warn', message: 'It is not said how long it is valid.' };
  }
  const days = Math.floor((expiresAt.getTime() - Date.now()) / day);
  return {
    state: days < daysToRenew ? 'warn' : 'pass',
    message: `Valid for ${days} more ${days === 1 ? 'day' : 'days'}`,
  };
}

async function resolveName(
  host: string,
  milliseconds: number,
): Promise<LookupAddress[]> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      lookup(host, { all: true, verbatim: true }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new SourceError('dns', 'The name does not resolve in time.'),
            ),
          milliseconds,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** To the first of the addresses that answers, as the go command does. */
function connect(
  target: { host: string; addresses?: LookupAddress[]; port: number },
  milliseconds: number,
): Promise<Socket> {
  const { host, addresses = [], port } = target;
  return new Promise((resolve, reject) => {
    const socket = new Socket();
    socket.setTimeout(milliseconds);
    socket.once('timeout', () =>
      socket.destroy(
        new SourceError('unreachable', 'It takes no connection in time.'),
      ),
    );
    // Stays on: a peer may reset a connection that nobody uses any more.
    socket.on('error', reject);
    socket.once('connect', () => {
      socket.setTimeout(0);
      resolve(socket);
    });
    socket.connect({
      host,
      port,
      autoSelectFamily: true,
      lookup: (_, __, answer) => answer(null, addresses),
    });
  });
}

/** Shakes hands also with a source that is not to be trusted, to say why not. */
function readCertificate(
  socket: Socket,
  {
    host,
    ca,
    timeoutMilliseconds,
  }: { host: string; ca?: string; timeoutMilliseconds: number },
): Promise<Certificate> {
  return new Promise((resolve, reject) => {
    const secure = tls.connect({
      socket,
      ...(isIP(host) === 0 && { servername: host }),
      host,
      rejectUnauthorized: false,
      ...(ca !== undefined && { ca }),
    });
    secure.setTimeout(timeoutMilliseconds, () =>
      secure.destroy(new SourceError('certificate', 'TLS takes too long.')),
    );
    secure.on('error', error =>
      reject(
        error instanceof SourceError
          ? error
          : new SourceError('certificate', asTlsWords(error)),
      ),
    );
    secure.once('close', () =>
      reject(new SourceError('certificate', 'TLS broke off.')),
    );
    secure.once('secureConnect', () => {
      const peer = secure.getPeerCertificate();
      const { authorizationError } = secure as { authorizationError?: unknown };
      const expiresAt = new Date(peer.valid_to);
      const code = codeOf(authorizationError);
      resolve({
        ...(!Number.isNaN(expiresAt.getTime()) && { expiresAt }),
        ...(!secure.authorized && {
          objection: certificateWords(code, code),
        }),
      });
    });
  });
}

/** Node gives a code, or an error that has one. */
function codeOf(error: unknown): string {
  if (typeof error === 'string') {
    return error;
  }
  const { code, message } = (error ?? {}) as {
    code?: string;
    message?: string;
  };
  return code ?? message ?? 'unknown reason';
}

function asTlsWords(error: Error): string {
  const found = asSourceError(error);
  return found.code === 'certificate'
    ? found.message
    : `TLS failed: ${error.message.slice(0, 200)}`;
}

/** Runs a step, and makes a check of how it went. */
async function timed<T>(
  name: SourceCheck['name'],
  step: () => Promise<T>,
): Promise<{ value?: T; check: SourceCheck }> {
  const start = performance.now();
  const milliseconds = () => Math.round(performance.now() - start);
  try {
    const value = await step();
    return {
      value,
      check: {
        name,
        state: 'pass',
        message: 'It answers.',
        milliseconds: milliseconds(),
      },
    };
  } catch (error) {
    return {
      check: {
        name,
        state: 'fail',
        message: asSourceError(error).message,
        milliseconds: milliseconds(),
      },
    };
  }
}
