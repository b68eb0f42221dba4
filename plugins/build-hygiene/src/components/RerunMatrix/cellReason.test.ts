/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RerunReason } from '@build-hygiene/engine';
import { Translate } from '../../translation';
import zh from '../../translation/zh';
import { cellReason } from './cellReason';
import { ViewCell } from './matrixView';

const messages: Record<string, string | null> = zh.messages;
const t = ((key: string, values: Record<string, string> = {}) =>
  (messages[key] ?? messages[`${key}_other`])?.replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => values[name],
  )) as Translate;

function reasonOf(cell: Partial<ViewCell>): string {
  return cellReason(
    {
      step: 1,
      outcome: 'reruns',
      outputMayDiffer: true,
      why: 'In English.',
      ...cell,
    },
    t,
  );
}

describe('cellReason', () => {
  it.each<[reason: RerunReason, text: string]>([
    [
      {
        because: 'files',
        from: 'build-context',
        paths: ['go.mod', 'go.sum'],
        more: 0,
      },
      '重新执行，因为它从构建上下文中取用 go.mod, go.sum。',
    ],
    [
      { because: 'files', from: 'named-context', paths: ['a'], more: 2 },
      '重新执行，因为它从命名上下文中取用 a 及另外 2 个文件。',
    ],
    [
      { because: 'files', from: 'folder', paths: ['lib/a.go'], more: 0 },
      '重新执行，因为其阶段以含有 lib/a.go 的目录为基础。',
    ],
    [
      { because: 'earlier-step', instruction: 'COPY', line: 4 },
      '重新执行，因为它前面第 4 行的 COPY 会重新执行。',
    ],
    [
      { because: 'copied-from', instruction: 'RUN', line: 9 },
      '重新执行，因为它从第 9 行的 RUN 复制的内容可能不同。',
    ],
    [
      { because: 'argument', name: 'GIT_SHA' },
      '重新执行，因为构建参数 GIT_SHA 在每次提交时都不同。',
    ],
    [
      { because: 'other-context', name: 'lib' },
      '重新执行，因为命名上下文 lib 已换成另一个。',
    ],
    [{ because: 'instruction' }, '重新执行，因为该指令本身有改动。'],
  ])('says %j in the language of the user', (reason, text) => {
    expect(reasonOf({ reason })).toBe(text);
  });

  it.each<[cell: Partial<ViewCell>, text: string]>([
    [{ outcome: 'cached' }, '命中缓存：该步骤所依赖的内容都没有变化。'],
    [
      { outcome: 'cheaper' },
      '重新执行，因为该指令本身有改动。 其缓存挂载可省去大部分工作。',
    ],
    [
      { builder: 'mounts-empty' },
      '重新执行，因为该指令本身有改动。 其缓存挂载可省去大部分工作。',
    ],
    [
      { outputMayDiffer: false },
      '重新执行，因为该指令本身有改动。 它产生的内容不变，因此对它的复制仍命中缓存。',
    ],
  ])('adds what %j comes to', (cell, text) => {
    expect(reasonOf({ reason: { because: 'instruction' }, ...cell })).toBe(
      text,
    );
  });

  it.each([undefined, { because: 'of-later' } as unknown as RerunReason])(
    'keeps the words of the report for %j',
    reason => {
      expect(reasonOf({ reason })).toBe('In English.');
    },
  );
});
