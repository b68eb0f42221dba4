/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuilderBasis } from '@build-hygiene/engine';
import { Translate } from '../../translation';
import zh from '../../translation/zh';
import { builderReason } from './builderReason';

const messages: Record<string, string | null> = zh.messages;
const t = ((key: string, values: Record<string, string> = {}) =>
  messages[key]?.replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => values[name],
  )) as Translate;

function reasonOf(basis: BuilderBasis | undefined): string {
  return builderReason({ kind: 'warm', reason: 'In English.', basis }, t);
}

describe('builderReason', () => {
  it.each<[basis: BuilderBasis, text: string]>([
    [{ known: 'policy', policy: 'a.yaml' }, '由策略 a.yaml 指定。'],
    [
      { known: 'assumed' },
      '此为假定：仓库中没有流水线说明该镜像由哪种构建器构建。',
    ],
    [
      { known: 'no-cache-imported', perJob: 'machine' },
      '每个作业都使用新机器，且不导入缓存。',
    ],
    [
      { known: 'all-stages-exported', perJob: 'builder' },
      '每个作业都新建构建器，导出的缓存（`mode=max`）含有所有阶段的层。',
    ],
  ])('says %j in the language of the user', (basis, text) => {
    expect(reasonOf(basis)).toBe(text);
  });

  it.each([undefined, { known: 'of-later' } as unknown as BuilderBasis])(
    'keeps the words of the report for %j',
    basis => {
      expect(reasonOf(basis)).toBe('In English.');
    },
  );
});
