/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchesPrefixPatterns } from '../../gomod/matchesPrefixPatterns';
import { findingAt } from '../evidence/createFinding';
import { allGoSettings } from '../evidence/allGoSettings';
import { GoSetting } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { isAddress, splitProxyList } from '../evidence/proxyEntries';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { hostOf, isLoopback, publicForges } from '../facts/moduleSources';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { insecureUrlExamples } from './insecureUrl.examples';

export const insecureUrl: UnitRule = {
  id: 'proxy/insecure-url',
  category: 'proxy',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Modules are fetched over encrypted connections',
    fail: 'Modules are fetched over connections that anybody can change',
  },
  why: 'Over plain HTTP, or with GOINSECURE, whoever is in between can read which modules a build asks for and answer in the place of the host. What is not in go.sum yet, and all that the checksum database does not know, goes into the image as it comes.',
  howToFix:
    'Give the proxy a certificate and write `GOPROXY=https://goproxy.corp.example`. For a private authority, put its certificate into the image (`SSL_CERT_FILE`) instead of naming hosts in GOINSECURE.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#environment-variables',
    'https://go.dev/ref/mod#module-proxy',
  ],
  prevents: ['gomod.checksum_mismatch'],
  evaluate,
  examples: insecureUrlExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = allGoSettings(subject, ['GOPROXY', 'GOINSECURE']).filter(
    ({ unknown, value }) => !unknown && value !== '',
  );
  if (settings.length === 0) {
    return notApplicable('Neither GOPROXY nor GOINSECURE is set.');
  }
  return passUnless(
    settings.flatMap(setting => {
      const message = describe(setting);
      return message === undefined
        ? []
        : [findingAt(setting, setting, message)];
    }),
  );
}

function describe({ name, value }: GoSetting): string | undefined {
  if (name === 'GOPROXY') {
    const host = splitProxyList(value)
      .filter(entry => isAddress(entry) && /^http:\/\//i.test(entry.text))
      .map(({ text }) => hostOf(text))
      .find(found => found !== undefined && !isLoopback(found));
    return host === undefined
      ? undefined
      : `The module proxy ${host} is asked over plain HTTP.`;
  }
  const forge = [...publicForges].find(root =>
    matchesPrefixPatterns(value, `${root}/some/module`),
  );
  return forge === undefined
    ? undefined
    : `GOINSECURE=${value} lets Go fetch from public hosts such as ${forge} without TLS or without checking certificates.`;
}
