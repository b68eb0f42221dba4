/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { renderTemplate } from './renderTemplate';

/** What the form of the Go service template asks about the build. */
export interface GoServiceAnswers {
  builder: 'ephemeral' | 'warm';
  /** As `GOPRIVATE` takes it; empty without private modules. */
  goPrivate: string;
  updates: 'dependabot' | 'renovate' | 'none';
}

/** Each answer with each other. */
export function goServiceVariants(privateModules: string): GoServiceAnswers[] {
  return (['ephemeral', 'warm'] as const).flatMap(builder =>
    ['', privateModules].flatMap(goPrivate =>
      (['dependabot', 'renovate', 'none'] as const).map(updates => ({
        builder,
        goPrivate,
        updates,
      })),
    ),
  );
}

/** Makes the files of a service with these answers. */
export async function renderGoService(
  workspacePath: string,
  answers: GoServiceAnswers,
): Promise<void> {
  const folders = ['content', `updates/${answers.updates}`];
  for (const folder of folders.filter(name => name !== 'updates/none')) {
    await renderTemplate({
      template: 'go-service',
      folder,
      values: {
        name: 'parcel-tracking',
        description: 'Tells where a parcel is',
        modulePath: 'go.example.com/parcel/tracking',
        owner: 'group:default/team-delivery',
        ...answers,
      },
      workspacePath,
    });
  }
}
