/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { suspectsOf } from './suspectsOf';
import { EnvironmentAspect, EnvironmentDifference } from './types';

const differing: EnvironmentDifference[] = (
  [
    'base',
    'go',
    'platform',
    'builder',
    'proxy',
    'argument',
    'revision',
  ] satisfies EnvironmentAspect[]
).map(aspect => ({ aspect, before: 'one', after: 'other' }));

describe('suspectsOf', () => {
  it.each<[failureClass: string, aspects: EnvironmentAspect[]]>([
    ['network.dns', ['proxy', 'builder', 'base']],
    ['goproxy.404', ['proxy', 'builder', 'revision']],
    ['gomod.toolchain_version', ['go', 'base', 'revision']],
    ['gomod.missing_gosum', ['revision', 'go', 'proxy']],
    ['arch.exec_format', ['platform', 'builder', 'base']],
    ['registry.platform', ['platform', 'base']],
    ['registry.rate_limit', ['base', 'builder', 'proxy']],
    ['resource.oom', ['builder', 'platform', 'argument']],
    ['fs.disk_full', ['builder']],
    [
      'unknown',
      ['base', 'go', 'platform', 'builder', 'proxy', 'argument', 'revision'],
    ],
  ])('of %s', (failureClass, aspects) => {
    expect(
      suspectsOf(failureClass, differing).map(({ aspect }) => aspect),
    ).toEqual(aspects);
  });
});
