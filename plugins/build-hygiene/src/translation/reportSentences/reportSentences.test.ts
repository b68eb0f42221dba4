/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { reportSentences } from '@build-hygiene/engine';
import { translateSentence } from './translateSentence';
import { zhSentences } from './zhSentences';

function placesOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

function codeOf(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).sort();
}

describe('Chinese sentences of reports', () => {
  it('are there for every English one, and for no other', () => {
    expect(Object.keys(zhSentences).sort()).toEqual(
      [...reportSentences].sort(),
    );
  });

  it.each(reportSentences)('say in Chinese: %s', sentence => {
    const text = zhSentences[sentence];
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(placesOf(text)).toEqual(placesOf(sentence));
    expect(codeOf(text)).toEqual(codeOf(sentence));
  });

  it.each(reportSentences)('are found for: %s', sentence => {
    const fill = (text: string) =>
      text.replace(/\{(\w+)\}/g, (_, name) => `a.b/${name}`);
    expect(translateSentence(fill(sentence), zhSentences)).toBe(
      fill(zhSentences[sentence]),
    );
  });
});

describe('translateSentence', () => {
  it.each<[english: string, text: string | undefined]>([
    ['The Dockerfile builds no Go.', 'Dockerfile 不构建 Go 程序。'],
    ['Needs 1 more build.', '还需要 1 次构建。'],
    ['Needs 4 more builds.', '还需要 4 次构建。'],
    [
      'The Go version of registry.example/go:latest is not known.',
      '不知道 registry.example/go:latest 的 Go 版本。',
    ],
    [
      'The user `$UID` is only known when the image is built.',
      '用户 `$UID` 在构建镜像时才能确定。',
    ],
    [
      'The final image cannot be told: line 3 is not understood (no such (or $1)).',
      '无法确定最终镜像：第 3 行无法理解（no such (or $1)）。',
    ],
    [
      'Only 40 % of what applies could be rated; 60 % are needed.',
      '适用的内容中只有 40% 能够评分；需要达到 60%。',
    ],
    [
      'The base image in line 1 depends on TAG, OS, which has no value here.',
      '第 1 行的基础镜像取决于 TAG, OS，而它在此处没有值。',
    ],
    [
      'COPY in line 4 takes the named context lib, and it is odd.',
      '第 4 行的 COPY 使用命名上下文 lib，而其内容未知：it is odd。',
    ],
    ['The rule could not be evaluated: a\nb', '无法评估该规则：a\nb'],
    [
      'After it, the rule cannot be evaluated: The rule could not be evaluated: a',
      '应用后出错：无法评估该规则：a',
    ],
    [
      'There is no setting of a rule `sevrity`; did you mean `severity`?',
      '规则没有名为 `sevrity` 的设置；是否想写 `severity`？',
    ],
    [
      'An entry of exclude has to be a text of one line.',
      'exclude 的每个条目都必须是单行文本。',
    ],
    [
      'Nothing stands below the comment. Nothing is excepted by it.',
      '注释下方没有任何内容。该注释没有豁免任何问题。',
    ],
    ['unknown flag: --chmodd', undefined],
    ['Of another version.', undefined],
    ['constructor', undefined],
    ['Needs 1 more build. Or two.', undefined],
  ])('%j', (english, text) => {
    expect(translateSentence(english, zhSentences)).toBe(text);
  });
});
