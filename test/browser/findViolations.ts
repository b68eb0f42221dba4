/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Locator } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// WCAG 2.2 AA, and what axe calls best practice for roles and names.
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/**
 * What axe finds wrong in a part of the page, a line for each element. The
 * portal around it is Backstage's own and not looked at.
 */
export async function findViolations(part: Locator): Promise<string[]> {
  // What fades in has no contrast yet. Shadows that follow the scrolling never
  // finish, and those of spinners do not either.
  await part.evaluate(element =>
    Promise.allSettled(
      element
        .getAnimations({ subtree: true })
        .filter(
          ({ timeline, effect }) =>
            timeline === document.timeline &&
            effect?.getComputedTiming().endTime !== Infinity,
        )
        .map(({ finished }) => finished),
    ),
  );
  // Not by a script tag: the portal's content security policy forbids it.
  await part.page().evaluate(axe);
  return part.evaluate(async (element, runOptions) => {
    const { axe: loaded } = window as unknown as {
      axe: { run(node: Element, how: RunOptions): Promise<AxeResults> };
    };
    const { violations } = await loaded.run(element, runOptions);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, any }) =>
          `${id} at ${target.join(' ')}: ${any
            .map(({ message }) => message)
            .join('; ')}`,
      ),
    );
  }, options);
}
