/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fillFailureMessage } from '@build-hygiene/engine';

const chinese = '[\\u3000-\\u9fff\\uff00-\\uffef]';
const spacesInChinese = new RegExp(`(${chinese}) +(?=${chinese})`, 'g');

/**
 * Fills a sentence of any language. Spaces around a place part Chinese words
 * from Latin ones; there are none where Chinese words fill it, or nothing does.
 */
export function fillFailureText(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return fillFailureMessage(template, values).replace(spacesInChinese, '$1');
}
