/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from './processes.mjs';

/** A key and a certificate for the hosts, signed by the engine's authority. */
export async function makeCertificate(authority, hosts) {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const file = name => join(folder, name);
  try {
    const names = hosts.map(host => `DNS:${host}`).join(',');
    writeFileSync(file('extensions'), `subjectAltName=${names}\n`);
    await must('openssl', [
      ...['req', '-new', '-nodes', '-subj', '/CN=stand-in'],
      ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ...['-keyout', file('key'), '-out', file('request')],
    ]);
    await must('openssl', [
      ...['x509', '-req', '-days', '30', '-in', file('request')],
      ...['-CA', join(authority, 'certificate.pem')],
      ...['-CAkey', join(authority, 'key.pem'), '-CAcreateserial'],
      ...['-CAserial', file('serial'), '-extfile', file('extensions')],
      ...['-out', file('certificate')],
    ]);
    return {
      key: readFileSync(file('key')),
      cert: readFileSync(file('certificate')),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
