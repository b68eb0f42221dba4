/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { failureClassMessages, useTranslation } from '../../translation';

const titles: Record<string, string | Record<string, string>> =
  failureClassMessages.failureClass;

function isTranslated(id: string): boolean {
  const path = id.split('.');
  let node: unknown = titles;
  for (const name of path) {
    if (
      typeof node !== 'object' ||
      node === null ||
      !Object.prototype.hasOwnProperty.call(node, name)
    ) {
      return false;
    }
    node = (node as Record<string, unknown>)[name];
  }
  return typeof node === 'string';
}

/**
 * A failure class in a few words of the user's language. The backend may know
 * classes that this version does not: those keep the backend's words.
 */
export function useFailureTitle(): (failure: {
  class: string;
  title: string;
}) => string {
  const { t } = useTranslation();
  return failure =>
    isTranslated(failure.class)
      ? t(`failureClass.${failure.class as 'unknown'}`)
      : failure.title;
}
