/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';

/** A certificate with its key, as TLS servers take them. */
export interface TestCertificate {
  key: string;
  cert: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * A certificate that signs itself, so that a client trusts it when it is given
 * as `ca`. Made anew for each test: a file with one would expire.
 */
export function createCertificate(
  options: { name?: string; from?: Date; to?: Date } = {},
): TestCertificate {
  const {
    name = 'localhost',
    from = new Date(Date.now() - day),
    to = new Date(Date.now() + 90 * day),
  } = options;
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const body = toBeSigned({ name, from, to, publicKey });
  const certificate = sequence(
    body,
    ecdsaWithSha256(),
    bits(sign('sha256', body, privateKey)),
  );
  const base64 = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}

/** https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function toBeSigned(options: {
  name: string;
  from: Date;
  to: Date;
  publicKey: KeyObject;
}): Buffer {
  const { name, from, to, publicKey } = options;
  const names = sequence(
    tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(name)))),
  );
  return sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256(),
    names,
    sequence(time(from), time(to)),
    names,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        // Subject alternative name: the only one that clients look at.
        sequence(
          objectId('551d11'),
          tagged(0x04, sequence(tagged(0x82, Buffer.from(name)))),
        ),
        // Basic constraints: an authority, which it has to be to be trusted.
        sequence(
          objectId('551d13'),
          tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff])))),
        ),
      ),
    ),
  );
}

function tagged(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size = content.length;
  return Buffer.concat([Buffer.from([tag, ...lengthOf(size)]), content]);
}

function lengthOf(size: number): number[] {
  if (size < 0x80) {
    return [size];
  }
  const bytes = [Math.floor(size / 256), size % 256].slice(size < 256 ? 1 : 0);
  return [0x80 + bytes.length, ...bytes];
}

function sequence(...contents: Buffer[]): Buffer {
  return tagged(0x30, ...contents);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function objectId(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function bits(content: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), content);
}

function ecdsaWithSha256(): Buffer {
  return sequence(objectId('2a8648ce3d040302'));
}

function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return tagged(0x18, Buffer.from(text));
}
