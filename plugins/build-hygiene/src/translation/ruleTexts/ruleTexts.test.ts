/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeRule, rules } from '@build-hygiene/engine';
import { zhRuleHelp } from './zhHelp';
import { zhRuleTitles } from './zhTitles';

function codeOf(text: string): string[] {
  return [...new Set(text.match(/```[^]*?```|`[^`]+`/g))].sort();
}

/** At least a word of it; names and commands stay Latin. */
function hasChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text);
}

describe('Chinese texts of rules', () => {
  const described = rules.map(describeRule);

  it('are there for every rule, and for no other', () => {
    const ids = described.map(({ id }) => id).sort();
    expect(Object.keys(zhRuleTitles).sort()).toEqual(ids);
    expect(Object.keys(zhRuleHelp).sort()).toEqual(ids);
  });

  it('name the fix of each rule that has one', () => {
    expect(
      Object.keys(zhRuleTitles)
        .filter(id => zhRuleTitles[id].fix !== undefined)
        .sort(),
    ).toEqual(
      described
        .filter(({ fix }) => fix === 'auto')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(described)('say $id in Chinese', ({ id }) => {
    for (const text of Object.values({
      ...zhRuleTitles[id],
      ...zhRuleHelp[id],
    })) {
      expect(hasChinese(text)).toBe(true);
    }
  });

  it.each(described)(
    'keep the code of $id as it is',
    ({ id, title, why, howToFix }) => {
      const chinese = { ...zhRuleTitles[id], ...zhRuleHelp[id] };
      expect(codeOf(chinese.pass)).toEqual(codeOf(title.pass));
      expect(codeOf(chinese.fail)).toEqual(codeOf(title.fail));
      expect(codeOf(chinese.why)).toEqual(codeOf(why));
      expect(codeOf(chinese.howToFix)).toEqual(codeOf(howToFix));
    },
  );
});
