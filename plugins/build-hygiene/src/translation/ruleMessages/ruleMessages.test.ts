/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createSnapshot,
  Rule,
  RuleExample,
  rules,
  scan,
} from '@build-hygiene/engine';
import { translateMessage } from './translateMessage';
import { zhRuleMessages } from './zhMessages';
import { zhReviews } from './zhReviews';

/** What a scan of an example says, with the fixes of what it finds. */
function checksOf(rule: Rule, example: RuleExample) {
  const { files, sizes, measured, moduleFacts, policy } = example;
  const { parameters, ...known } = policy ?? {};
  const { report } = scan(
    createSnapshot({
      files: Object.entries(files),
      tree: Object.entries(files).map(([path, text]) => ({
        path,
        kind: 'file' as const,
        size: sizes?.[path] ?? text.length,
      })),
    }),
    {
      fixes: rule.fix === 'auto',
      measured,
      moduleFacts,
      policy: {
        path: 'policy.yaml',
        rules: parameters ? { [rule.id]: { parameters } } : {},
        privateModules: [],
        registries: [],
        exclude: [],
        ...known,
      },
    },
  );
  return report.checks.filter(check => check.rule === rule.id);
}

/** Code, and what other programs print, which is quoted, are the same in all languages. */
function wordsLeft(text: string): string[] {
  return (
    text
      .replace(/`[^`]*`|“[^”]*”/g, '')
      .match(/\b(?:the|this|that|which|and|is|are|has|of|to|no|not|an?)\b/gi) ??
    []
  );
}

function expectChinese(text: string | undefined, english: string) {
  expect({ english, text }).toEqual({
    english,
    text: expect.stringMatching(/[\u4e00-\u9fff]/),
  });
  expect({ english, left: wordsLeft(text!) }).toEqual({ english, left: [] });
}

function codeOf(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).sort();
}

function placesOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

describe('Chinese messages', () => {
  it('are there for every rule, and for no other', () => {
    expect(Object.keys(zhRuleMessages).sort()).toEqual(
      rules.map(({ id }) => id).sort(),
    );
  });

  it.each(rules.map(rule => [rule.id, rule] as const))(
    'say all that %s finds in its examples',
    (id, rule) => {
      for (const example of rule.examples.bad) {
        for (const { findings, fix } of checksOf(rule, example)) {
          for (const { message } of findings) {
            expectChinese(
              translateMessage(message, zhRuleMessages[id] ?? {}),
              message,
            );
          }
          if (fix?.review !== undefined) {
            expectChinese(translateMessage(fix.review, zhReviews), fix.review);
          }
        }
      }
    },
  );

  it.each(
    [...Object.values(zhRuleMessages), zhReviews].flatMap(texts =>
      Object.entries(texts),
    ),
  )('keep code and places: %s', (english, chinese) => {
    expect(codeOf(chinese)).toEqual(codeOf(english));
    expect(placesOf(chinese)).toEqual(placesOf(english));
  });
});

describe('translateMessage', () => {
  const texts = {
    'Every commit repeats {work} here.': '每次提交都会重复{work}。',
    'Every commit repeats {work} here, because of {cause}.':
      '由于{cause}，每次提交都会重复{work}。',
    'the compilation': '编译',
    'Leave it out.': '请去掉它。',
  };

  it.each<[english: string, chinese: string | undefined]>([
    ['Leave it out.', '请去掉它。'],
    [
      'Every commit repeats the compilation here. Leave it out.',
      '每次提交都会重复编译。请去掉它。',
    ],
    [
      'Every commit repeats the compilation here, because of a. B. c. Leave it out.',
      '由于a. B. c，每次提交都会重复编译。请去掉它。',
    ],
    ['Every commit repeats `go test` here.', '每次提交都会重复`go test`。'],
    ['Leave it out. Or do not.', undefined],
    ['', undefined],
  ])('%j', (english, chinese) => {
    expect(translateMessage(english, texts)).toBe(chinese);
  });

  it('takes the text of a whole file', () => {
    const english = `Every commit repeats ${'a. '.repeat(20_000)} here.`;
    expect(translateMessage(english, texts)).toContain('每次提交');
  });
});
