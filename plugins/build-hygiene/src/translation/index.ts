/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './buildHygieneTranslationRef';
export * from './buildHygieneTranslations';
export * from './errorSentences';
export * from './reportSentences';
export * from './failureTexts';
export { failureClassMessages } from './messages';
export * from './ruleMessages';
export * from './ruleTexts';
export * from './useTranslation';
